import { createContext, useContext } from 'react';
import type { CharterAnswer } from '../../src/contract/answers';
import type { Input } from '../../src/contract/inputs';
import type { Checkpoint, RuleId } from '../../src/domain/policy/rules';
import type { NameOf } from '../../src/contract/wording/names';
import type { Problem } from '../ui/call';
import type { ChangeKey } from '../charter-form/form-context';
import type { AgreementFormKind } from '../agreement-forms/model/agreement-steps';
import type { FollowThroughOffer } from './model/follow-through-offers';
import type { RequestPrefill } from './model/offers';

/** The form that is open; there is at most one. */
export type OpenForm =
  | { readonly kind: 'nominate'; readonly accountId?: string }
  | { readonly kind: 'decline-nomination' }
  | { readonly kind: 'grant-authority' }
  | { readonly kind: 'request'; readonly prefill: RequestPrefill }
  | { readonly kind: 'hand-back' }
  | { readonly kind: 'write-brief' }
  | { readonly kind: 'waive'; readonly rules: readonly RuleId[] }
  | { readonly kind: 'end-waiver'; readonly waiverId: string }
  | FollowThroughOffer
  | AgreementFormKind;

export type Section = 'gate' | 'owner' | 'agreements' | 'follow';

/** What every part of the panel works with: the answer, and the ways to change it. */
export interface PanelContextValue {
  readonly answer: CharterAnswer;
  readonly checkpoint: Checkpoint;
  readonly setCheckpoint: (checkpoint: Checkpoint) => void;
  readonly nameOf: NameOf;
  readonly form: OpenForm | null;
  readonly open: (form: OpenForm) => void;
  /** Closes the form; the focus goes back to where it was opened from. */
  readonly close: () => void;
  /** Sends a change. Null when it was accepted; `said` is then announced. */
  readonly send: <K extends ChangeKey>(key: K, input: Input<K>, said: string) => Promise<Problem | null>;
  /** As `send`, for a button without a form: a refusal is shown in the button's section. */
  readonly act: <K extends ChangeKey>(
    section: Section,
    key: K,
    input: Input<K>,
    said: string,
  ) => Promise<void>;
  readonly reload: () => void;
  readonly problemIn: (section: Section) => Problem | null;
  /** Names a draft: one per work item, reader and form. */
  readonly draft: (form: string) => string;
}

const PanelContext = createContext<PanelContextValue | null>(null);
export const PanelProvider = PanelContext.Provider;

export function usePanel(): PanelContextValue {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('usePanel outside of the panel');
  return panel;
}
