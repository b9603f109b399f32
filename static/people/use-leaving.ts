import { useState } from 'react';
import type { LeavingAnswer } from '../../src/contract/answers';
import type { PersonFact } from '../../src/domain/values';
import { call, type Problem } from '../ui/call';
import { useText } from '../ui/text';

export type Thing = LeavingAnswer['things'][number];

/** What tells one thing from another within an answer. */
export const nameOf = ({ issueKey, kind, id }: Thing): string => `${issueKey} ${kind} ${id ?? ''}`;

/** Few enough to tell how far it is, many enough not to wait for. */
const AT_ONCE = 5;

/**
 * What rests on a person, and handing it on in batches. `left` are the things left where they are,
 * `became` what came of each thing asked for, both by `nameOf`; `doing` is how far the batches are.
 */
export function useLeaving() {
  const t = useText();
  const [who, setWho] = useState<PersonFact | null>(null);
  const [to, setTo] = useState<PersonFact | null>(null);
  const [found, setFound] = useState<LeavingAnswer | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [became, setBecame] = useState<ReadonlyMap<string, string>>(new Map());
  const [doing, setDoing] = useState<{ done: number; count: number } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const look = async (person: PersonFact | null) => {
    setWho(person);
    setFound(null);
    setBecame(new Map());
    setLeft(new Set());
    setProblem(null);
    if (!person) return;
    const answer = await call('person/leaving', { accountId: person.accountId });
    if (answer.ok) setFound(answer);
    else setProblem(answer.error);
  };
  const chosen = (found?.things ?? []).filter((one) => !left.has(nameOf(one)) && !became.has(nameOf(one)));
  const hand = async () => {
    if (!who || !to) return;
    const count = chosen.length;
    for (let done = 0; done < count; done += AT_ONCE) {
      setDoing({ done, count });
      const answer = await call('person/hand-on', {
        accountId: who.accountId,
        toAccountId: to.accountId,
        things: chosen
          .slice(done, done + AT_ONCE)
          .map(({ issueKey, kind, id }) => ({ issueKey, kind, ...(id !== undefined && { id }) })),
      });
      if (!answer.ok) {
        setProblem(answer.error);
        break;
      }
      setBecame(
        (known) =>
          new Map([
            ...known,
            ...answer.results.map(
              (one) =>
                [
                  nameOf(one),
                  one.ok ? t('people.leavingAsked') : t('people.leavingFailed', { why: one.error.message }),
                ] as const,
            ),
          ]),
      );
    }
    setDoing(null);
  };
  return {
    who,
    to,
    found,
    left,
    became,
    doing,
    problem,
    chosen,
    look,
    hand,
    handTo: setTo,
    dismiss: () => setProblem(null),
    choose: (name: string, on: boolean) => {
      const next = new Set(left);
      if (on) next.delete(name);
      else next.add(name);
      setLeft(next);
    },
  };
}
