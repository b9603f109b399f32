import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PolicyAnswer } from '../../src/contract/answers';
import type { Policy } from '../../src/domain/policy/policy';
import { call, type Problem } from '../ui/call';
import { dropDraft, keepDraft, readDraft } from '../ui/drafts';
import { changesBetween, withChanges, type Change } from './model/changes';
import {
  draftChanges,
  draftErrors,
  isTouched,
  toDraft,
  toPolicy,
  type Draft,
  type DraftError,
} from './model/draft';
import { parseKept } from './model/kept';
import { toInput } from './model/input';

/** `kept`: refused, in conflict or unanswered, with everything typed still there. `invalid`: not sent. */
export type SaveOutcome = 'saved' | 'kept' | 'invalid';

export interface Editor {
  readonly draft: Draft;
  readonly edit: (draft: Draft) => void;
  /** What is saved, as far as this page knows. */
  readonly base: Policy;
  readonly inherited: boolean;
  readonly changes: readonly Change[];
  readonly touched: boolean;
  /** Shown once a save was tried. */
  readonly errors: readonly DraftError[];
  readonly saving: boolean;
  readonly problem: Problem | null;
  /** Someone else's policy, saved since this one was read, and what they changed. */
  readonly conflict: { readonly theirs: readonly Change[] } | null;
  readonly save: () => Promise<SaveOutcome>;
  readonly discard: () => void;
  /** Settles a conflict: what was typed here goes on top of theirs, still to be saved. */
  readonly putOnTop: () => void;
  /** Settles a conflict: what was typed here goes. */
  readonly takeTheirs: () => void;
}

interface State {
  readonly base: Policy;
  readonly inherited: boolean;
  readonly draft: Draft;
  readonly theirs: Policy | null;
}

/** Starts from what was typed before a reload, if anything; typed over an older policy, it is a conflict. */
function start({ policy, inherited }: PolicyAnswer, key: string): State {
  const fresh = { base: policy, inherited, draft: toDraft(policy), theirs: null };
  const kept = parseKept(readDraft<object>(key, { base: null, draft: null }));
  if (!kept) return fresh;
  return kept.base.version === policy.version
    ? { ...fresh, draft: kept.draft }
    : { ...fresh, base: kept.base, draft: kept.draft, theirs: policy };
}

/** Everything the policy form knows and does. `key` names the draft, one per project. */
export function useEditor(loaded: PolicyAnswer, key: string): Editor {
  const [state, setState] = useState(() => start(loaded, key));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const [tried, setTried] = useState(false);
  const { base, draft, inherited, theirs } = state;

  const changes = useMemo(() => draftChanges(draft, base), [draft, base]);
  const errors = useMemo(() => draftErrors(draft), [draft]);
  const touched = isTouched(draft, base);

  useEffect(() => {
    if (touched) keepDraft(key, { base, draft });
    else dropDraft(key);
  }, [touched, key, base, draft]);

  const edit = useCallback((next: Draft) => setState((now) => ({ ...now, draft: next })), []);

  const settle = (policy: Policy, ours: readonly Change[]) => {
    setState({ base: policy, inherited: false, theirs: null, draft: toDraft(withChanges(policy, ours)) });
    setProblem(null);
    setTried(false);
  };

  const save = async (): Promise<SaveOutcome> => {
    setTried(true);
    setProblem(null);
    if (errors.length > 0) return 'invalid';
    setSaving(true);
    const answer = await call('policy/save', {
      policy: toInput(toPolicy(draft, base)),
    });
    if (answer.ok) settle(answer.policy, []);
    else if (answer.error.code === 'changed-meanwhile') await meet();
    else setProblem(answer.error);
    setSaving(false);
    return answer.ok ? 'saved' : 'kept';
  };

  /** Fetches what the other person saved, to show it beside what is typed here. */
  const meet = async () => {
    const answer = await call('policy/get', {});
    if (answer.ok) setState((now) => ({ ...now, theirs: answer.policy }));
    else setProblem(answer.error);
  };

  return {
    draft,
    edit,
    base,
    inherited,
    changes,
    touched,
    errors: tried ? errors : [],
    saving,
    problem,
    conflict: theirs && { theirs: changesBetween(base, theirs) },
    save,
    discard: () => {
      setState((now) => ({ ...now, draft: toDraft(now.base) }));
      setProblem(null);
      setTried(false);
    },
    putOnTop: () => theirs && settle(theirs, changes),
    takeTheirs: () => theirs && settle(theirs, []),
  };
}
