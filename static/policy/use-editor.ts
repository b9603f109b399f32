import { useCallback, useEffect, useMemo, useState } from 'react';
import type { PolicyAnswer } from '../../src/contract/answers';
import type { Policy } from '../../src/domain/policy/policy';
import { call, type Failure, type Problem } from '../ui/call';
import { dropDraft, keepDraft, readDraft } from '../ui/drafts';
import { changesBetween, type Change } from '../../src/domain/policy/changes';
import { withChanges } from './model/changes';
import {
  draftChanges,
  draftErrors,
  isTouched,
  toDraft,
  toPolicy,
  type Draft,
  type DraftError,
} from './model/draft';
import { parseStoredDraft } from './model/draft-storage';
import type { OwnerKind } from './owner-kind';
import { policyCalls } from './owner-kind';

/** `kept`: refused, in conflict or unanswered, with everything typed still there. `invalid`: not sent. */
export type SaveOutcome = 'saved' | 'kept' | 'invalid';

export interface Editor {
  readonly draft: Draft;
  readonly edit: (draft: Draft) => void;
  /** What is saved, as far as this page knows. */
  readonly base: Policy;
  readonly inherited: boolean;
  /** What the saved policy names and Jira no longer has. */
  readonly unknown: PolicyAnswer['unknown'];
  /** What would hold here if nothing were decided. */
  readonly above: Policy;
  /** An inherited policy is read until somebody chooses to decide for this project. */
  readonly deciding: boolean;
  readonly setDeciding: (deciding: boolean) => void;
  readonly changes: readonly Change[];
  readonly touched: boolean;
  /** Shown once a save was tried. */
  readonly errors: readonly DraftError[];
  readonly saving: boolean;
  readonly problem: Problem | null;
  /** Someone else's policy, saved since this one was read, and what they changed. */
  readonly conflict: { readonly theirs: readonly Change[]; readonly policy: Policy } | null;
  readonly save: () => Promise<SaveOutcome>;
  /** Gives up the project's own policy for the one above it. */
  readonly follow: () => Promise<SaveOutcome>;
  readonly discard: () => void;
  /** Settles a conflict: what was typed here goes on top of theirs, still to be saved. */
  readonly putOnTop: () => void;
  /** Settles a conflict: what was typed here goes. */
  readonly takeTheirs: () => void;
}

interface State {
  readonly base: Policy;
  readonly above: Policy;
  readonly inherited: boolean;
  readonly unknown: PolicyAnswer['unknown'];
  readonly deciding: boolean;
  readonly draft: Draft;
  readonly theirs: PolicyAnswer | null;
}

const settled = ({ policy, above, inherited, unknown }: PolicyAnswer): State => ({
  base: policy,
  above,
  inherited,
  unknown,
  deciding: false,
  draft: toDraft(policy),
  theirs: null,
});

/** Starts from what was typed before a reload, if anything; typed over an older policy, it is a conflict. */
function start(answer: PolicyAnswer, key: string): State {
  const fresh = settled(answer);
  const stored = parseStoredDraft(readDraft<object>(key, { base: null, draft: null }));
  if (!stored) return fresh;
  const typed = { ...fresh, deciding: answer.inherited, draft: stored.draft };
  return stored.base.version === answer.policy.version
    ? typed
    : { ...typed, base: stored.base, theirs: answer };
}

/** Everything the policy form knows and does. `key` names the draft, one per project and one for the site. */
export function useEditor(loaded: PolicyAnswer, key: string, kind: OwnerKind): Editor {
  const [state, setState] = useState(() => start(loaded, key));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const [tried, setTried] = useState(false);
  const { base, draft, inherited, theirs } = state;
  const calls = policyCalls[kind];

  const changes = useMemo(() => draftChanges(draft, base), [draft, base]);
  const errors = useMemo(() => draftErrors(draft), [draft]);
  const touched = isTouched(draft, base);

  useEffect(() => {
    if (touched) keepDraft(key, { base, draft });
    else dropDraft(key);
  }, [touched, key, base, draft]);

  const edit = useCallback((next: Draft) => setState((now) => ({ ...now, draft: next })), []);

  const settle = (answer: PolicyAnswer, ours: readonly Change[]) => {
    const fresh = settled(answer);
    setState({
      ...fresh,
      deciding: answer.inherited && ours.length > 0,
      draft: toDraft(withChanges(answer.policy, ours)),
    });
    setProblem(null);
    setTried(false);
  };

  const send = async (ask: () => Promise<PolicyAnswer | Failure>): Promise<SaveOutcome> => {
    setProblem(null);
    setSaving(true);
    const answer = await ask();
    if (answer.ok) settle(answer, []);
    else if (answer.error.code === 'changed-meanwhile') await meet();
    else setProblem(answer.error);
    setSaving(false);
    return answer.ok ? 'saved' : 'kept';
  };

  const save = async (): Promise<SaveOutcome> => {
    setTried(true);
    if (errors.length === 0) return send(() => calls.save(toPolicy(draft, base)));
    setProblem(null);
    return 'invalid';
  };

  /** Fetches what the other person saved, to show it beside what is typed here. */
  const meet = async () => {
    const answer = await calls.get();
    if (answer.ok) setState((now) => ({ ...now, theirs: answer }));
    else setProblem(answer.error);
  };

  return {
    draft,
    edit,
    base,
    inherited,
    unknown: state.unknown,
    above: state.above,
    deciding: state.deciding,
    setDeciding: (deciding) => setState((now) => ({ ...now, deciding, draft: toDraft(now.base) })),
    changes,
    touched,
    errors: tried ? errors : [],
    saving,
    problem,
    conflict: theirs && { theirs: changesBetween(base, theirs.policy), policy: theirs.policy },
    save,
    follow: () => send(() => call('policy/follow-site', { version: base.version })),
    discard: () => {
      setState((now) => ({ ...now, draft: toDraft(now.base) }));
      setProblem(null);
      setTried(false);
    },
    putOnTop: () => theirs && settle(theirs, changes),
    takeTheirs: () => theirs && settle(theirs, []),
  };
}
