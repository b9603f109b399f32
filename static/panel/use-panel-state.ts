import { useMemo, useRef, useState, type MutableRefObject } from 'react';
import type { ChangedCharter, CharterAnswer, ProviderAnswer, Success } from '../../src/contract/answers';
import { namesFrom } from '../../src/contract/wording/names';
import type { Input } from '../../src/contract/inputs';
import { nextCheckpoint } from '../../src/domain/gate/evaluate';
import type { Checkpoint } from '../../src/domain/policy/rules';
import type { ChangeKey } from '../charter-form/form-context';
import { useAnnounce } from '../ui/announcer';
import type { Problem } from '../ui/call';
import { give } from '../ui/give';
import { flag, type FlagAction } from '../ui/flags';
import { refreshHostSoon } from '../ui/refresh-host';
import { useText } from '../ui/text';
import type { PanelContextValue, OpenForm, Section } from './panel-context';
import { draftNames } from './model/draft-names';
import { isFollowThroughOffer } from './model/follow-through-offers';
import type { FormOutcome } from './model/form-modal';
import { useFocusReturn } from './use-focus-return';

/** What the reader is at, during which the panel does not look for news of its own accord. */
export interface Underway {
  sending: boolean;
  inModal: boolean;
}

export function usePanelState({
  answer,
  reload,
  take,
  underway,
}: {
  answer: CharterAnswer;
  reload: () => Promise<void>;
  take: (answer: ChangedCharter | ProviderAnswer) => void;
  underway: MutableRefObject<Underway>;
}): PanelContextValue {
  const t = useText();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<Checkpoint | null>(null);
  const [form, setForm] = useState<OpenForm | null>(null);
  const [failed, setFailed] = useState<{ section: Section; problem: Problem } | null>(null);
  const focus = useFocusReturn();
  // A flag is clicked when the panel has long been drawn anew.
  const panelSend = useRef<PanelContextValue['send']>(() => Promise.resolve(null));
  const formOpen = useRef(false);
  formOpen.current = form !== null;
  const nameOf = useMemo(() => namesFrom(answer.people, t('ui.unknownPerson')), [answer.people, t]);
  const checkpoint = chosen ?? answer.gate?.checkpoint ?? nextCheckpoint(answer.item);

  /** A button that undoes what was just done, where it can be. */
  const undoOf = (result: Success<ChangeKey>): readonly FlagAction[] => {
    const known = new Set(answer.undo?.map(({ until }) => until));
    const slip = 'undo' in result ? result.undo?.find(({ until }) => !known.has(until)) : undefined;
    if (!slip) return [];
    const { agreementId } = slip;
    const undo = () =>
      agreementId === undefined
        ? panelSend.current('dri/undo', {}, t('agreement.saidUndone'))
        : panelSend.current('agreement/undo', { agreementId }, t('agreement.saidUndone'));
    const section: Section = agreementId === undefined ? 'owner' : 'agreements';
    const onClick = () => void undo().then((problem) => setFailed(problem && { section, problem }));
    return [{ text: t('agreement.undo'), onClick }];
  };

  const accepted = (result: Success<ChangeKey>, said: string, inModal = false) => {
    // Whoever decided and lost sight of the work item on the way looks again, and is told so.
    if ('escalation' in result) void reload();
    else take(result);
    setFailed(null);
    refreshHostSoon(() => !formOpen.current && !underway.current.inModal);
    const actions = undoOf(result);
    const freed = 'charter' in result && answer.gate?.verdict === 'block' ? result.gate : null;
    if (freed && freed.verdict !== 'block')
      flag(
        'success',
        t('panel.flagReady', { issueKey: answer.item.issueKey, at: freed.checkpoint }),
        undefined,
        actions,
      );
    // Whoever looked at a modal looks at no place in the panel yet; a flag is seen, and read aloud by Jira.
    else if ((inModal || actions.length > 0) && flag('success', said, undefined, actions) && inModal) return;
    announce(said);
  };

  const send: PanelContextValue['send'] = async (key, input, said) => {
    underway.current.sending = true;
    const result = await give(key, input);
    underway.current.sending = false;
    if (result.ok) {
      accepted(result, said);
      return null;
    }
    // Whatever refused it, the panel may be showing yesterday's truth. On a broken line asking at once is no use.
    if (result.error.code !== 'connection-lost') void reload();
    return result.error;
  };

  panelSend.current = send;
  const latest = useRef(accepted);
  latest.current = accepted;
  const open = async (next: OpenForm) => {
    if (underway.current.inModal) return;
    underway.current.inModal = true;
    focus.remember(sectionOf(next));
    setFailed(null);
    const closed = (outcome: FormOutcome | null) => {
      underway.current.inModal = false;
      if (outcome) latest.current(outcome.answer, outcome.said, true);
      focus.giveBack();
    };
    const opened = await import('./after-paint').then(
      ({ openModal }) => openModal({ form: next, checkpoint }, answer.item.issueKey, closed),
      () => false,
    );
    if (opened) return;
    underway.current.inModal = false;
    setForm(next);
  };

  return {
    answer,
    checkpoint,
    setCheckpoint: setChosen,
    nameOf,
    form,
    open: (next) => void open(next),
    close: () => {
      setForm(null);
      focus.giveBack();
    },
    send,
    reload: () => void reload(),
    act: async (section, key, input, said) => {
      focus.remember(section);
      setFailed(null);
      // A click decides on what the screen shows; what others changed since is told instead of overwritten.
      const problem = await send(key, { ...input, seen: answer.seen } as Input<typeof key>, said);
      focus.giveBack();
      setFailed(problem && { section, problem });
    },
    problemIn: (section) => (failed?.section === section ? failed.problem : null),
    draft: draftNames(answer),
  };
}

/** Where a form stands. */
export function sectionOf(form: OpenForm): Section {
  if (isFollowThroughOffer(form)) return 'follow';
  if (form.kind === 'waive' || form.kind === 'end-waiver') return 'gate';
  return form.kind === 'request' || 'agreementId' in form ? 'agreements' : 'owner';
}
