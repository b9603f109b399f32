import { useEffect, useMemo, useRef, useState, type MutableRefObject } from 'react';
import type { CharterAnswer, ProviderAnswer } from '../../src/contract/answers';
import { namesFrom } from '../../src/contract/wording/names';
import type { Input } from '../../src/contract/inputs';
import { nextCheckpoint } from '../../src/domain/gate/evaluate';
import type { Checkpoint } from '../../src/domain/policy/rules';
import { useAnnounce } from '../ui/announcer';
import { call, type Problem } from '../ui/call';
import { flag } from '../ui/flags';
import { refreshHostSoon } from '../ui/refresh-host';
import { useText } from '../ui/text';
import type { PanelContextValue, OpenForm, Section } from './panel-context';
import { isFollowThroughOffer } from './model/follow-through-offers';

/** Where the focus goes when what had it has gone. */
export const headingId = (section: Section): string => `hf-heading-${section}`;

export function usePanelState({
  answer,
  reload,
  take,
  sending,
}: {
  answer: CharterAnswer;
  reload: () => Promise<void>;
  take: (answer: CharterAnswer | ProviderAnswer) => void;
  sending: MutableRefObject<boolean>;
}): PanelContextValue {
  const t = useText();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<Checkpoint | null>(null);
  const [form, setForm] = useState<OpenForm | null>(null);
  const [failed, setFailed] = useState<{ section: Section; problem: Problem } | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const formOpen = useRef(false);
  formOpen.current = form !== null;
  const home = useRef<Section>('gate');
  const nameOf = useMemo(() => namesFrom(answer.people, t('ui.unknownPerson')), [answer.people, t]);

  const send: PanelContextValue['send'] = async (key, input, said) => {
    sending.current = true;
    const result = await call(key, input);
    sending.current = false;
    if (result.ok) {
      // Whoever decided and lost sight of the work item on the way looks again, and is told so.
      if ('escalation' in result) void reload();
      else take(result);
      setFailed(null);
      announce(said);
      refreshHostSoon(() => !formOpen.current);
      const freed = 'charter' in result && answer.gate?.verdict === 'block' ? result.gate : null;
      if (freed && freed.verdict !== 'block') {
        flag('success', t('panel.flagReady', { issueKey: answer.item.issueKey, at: freed.checkpoint }));
      }
      return null;
    }
    // Whatever refused it, the panel may be showing yesterday's truth. On a broken line asking at once is no use.
    if (result.error.code !== 'connection-lost') void reload();
    return result.error;
  };

  const restoreFocus = useRef(false);
  useEffect(() => {
    if (!restoreFocus.current) return;
    restoreFocus.current = false;
    const active = document.activeElement;
    if (active && active !== document.body) return;
    const target = opener.current?.isConnected
      ? opener.current
      : document.getElementById(headingId(home.current));
    target?.focus();
  });

  return {
    answer,
    checkpoint: chosen ?? answer.gate?.checkpoint ?? nextCheckpoint(answer.item),
    setCheckpoint: setChosen,
    nameOf,
    form,
    open: (next) => {
      const active = document.activeElement;
      opener.current = active instanceof HTMLElement ? active : null;
      home.current = sectionOf(next);
      setFailed(null);
      setForm(next);
    },
    close: () => {
      restoreFocus.current = true;
      setForm(null);
    },
    send,
    reload: () => void reload(),
    act: async (section, key, input, said) => {
      const active = document.activeElement;
      opener.current = active instanceof HTMLElement ? active : null;
      home.current = section;
      setFailed(null);
      // A click decides on what the screen shows; what others changed since is told instead of overwritten.
      const problem = await send(key, { ...input, seen: answer.seen } as Input<typeof key>, said);
      restoreFocus.current = true;
      setFailed(problem && { section, problem });
    },
    problemIn: (section) => (failed?.section === section ? failed.problem : null),
    draft: (name) => `${answer.item.issueKey}:${answer.me.accountId}:${name}`,
  };
}

/** Where a form stands. */
export function sectionOf(form: OpenForm): Section {
  if (isFollowThroughOffer(form)) return 'follow';
  if (form.kind === 'waive' || form.kind === 'end-waiver') return 'gate';
  return form.kind === 'request' || 'agreementId' in form ? 'agreements' : 'owner';
}
