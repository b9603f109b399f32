import { useEffect, useMemo, useRef, useState, type MutableRefObject } from 'react';
import type { CommitmentsAnswer } from '../../src/contract/answers';
import { namesFrom } from '../../src/contract/wording/names';
import type { Problem } from '../ui/call';
import { useText } from '../ui/text';
import type { CommitmentsContextValue } from './commitments-context';
import { nameOfEntry } from './model/entries';
import { useAnswers } from './use-answers';

/** Where the focus goes when what had it has gone. */
export const HOME_ID = 'hf-waiting-for-you';

export function useCommitmentsState(
  answer: CommitmentsAnswer,
  reload: () => Promise<void>,
  sending: MutableRefObject<boolean>,
): CommitmentsContextValue {
  const t = useText();
  const answers = useAnswers(reload, sending);
  const [form, setForm] = useState<CommitmentsContextValue['form']>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<ReadonlyMap<string, { name: string; problem: Problem }>>(
    new Map(),
  );
  const nameOf = useMemo(() => namesFrom(answer.people, t('ui.unknownPerson')), [answer.people, t]);
  // What has been answered elsewhere is ticked no more.
  const there = useMemo(
    () => new Set(answer.yours.map(({ ref }) => ref).filter((ref) => ticked.has(ref))),
    [answer.yours, ticked],
  );

  const opener = useRef<HTMLElement | null>(null);
  const settling = useRef(false);
  useEffect(() => {
    if (!settling.current) return;
    const active = document.activeElement;
    // A line goes a moment after its answer: until then the focus is where it was.
    if (active && active !== document.body) return;
    const target = opener.current?.isConnected ? opener.current : document.getElementById(HOME_ID);
    target?.focus();
    settling.current = opener.current?.isConnected === true;
  });
  const remember = () => {
    const active = document.activeElement;
    opener.current = active instanceof HTMLElement ? active : null;
  };

  return {
    accountId: answer.me.accountId,
    people: answer.people,
    now: answer.now,
    nameOf,
    ...answers,
    reload: () => void reload(),
    form,
    open: (ref, kind) => {
      remember();
      settling.current = false;
      setProblems(new Map());
      setForm({ ref, kind });
    },
    close: () => {
      settling.current = true;
      setForm(null);
    },
    settle: () => {
      remember();
      settling.current = true;
    },
    ticked: there,
    tick: (ref, isTicked) => {
      const next = new Set(there);
      if (isTicked) next.add(ref);
      else next.delete(ref);
      setTicked(next);
    },
    tickAll: (refs) => setTicked(new Set(refs)),
    problemOf: (ref) => problems.get(ref)?.problem ?? null,
    overtaken: [...problems].flatMap(([ref, told]) =>
      answer.yours.some((entry) => entry.ref === ref) ? [] : [{ ref, ...told }],
    ),
    tell: (outcomes) =>
      setProblems(
        new Map(
          outcomes.flatMap(({ ref, problem }) => {
            const entry = answer.yours.find((one) => one.ref === ref);
            return problem ? [[ref, { name: entry ? nameOfEntry(entry) : '', problem }]] : [];
          }),
        ),
      ),
  };
}
