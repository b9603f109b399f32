import { createContext, useContext } from 'react';
import type { NameOf } from '../../src/contract/wording/names';
import type { ReviewChoice } from '../../src/domain/charter/review/review';
import type { AgreementFormKind } from '../agreement-forms/model/agreement-steps';
import type { Problem } from '../ui/call';
import type { Reader } from './model/entries';
import type { Given, Outcome } from './use-answers';

export type FormKind =
  | AgreementFormKind['kind']
  | 'decline-nomination'
  | 'decide'
  | 'redirect'
  | 'take-back-question'
  | 'check-in'
  | 'answer-gap'
  | ReviewChoice;

/** What every line of the page works with. */
export interface CommitmentsContextValue extends Reader {
  readonly nameOf: NameOf;
  /** Answers are on their way. */
  readonly busy: boolean;
  readonly answer: (answers: readonly Given[]) => Promise<readonly Outcome[]>;
  readonly reload: () => void;
  /** The form that is open; there is at most one. */
  readonly form: { readonly ref: string; readonly kind: FormKind } | null;
  readonly open: (ref: string, kind: FormKind) => void;
  /** Closes the form; the focus goes back to where it was opened from. */
  readonly close: () => void;
  /** After a step without a form: the focus stays near, also where its line has gone. */
  readonly settle: () => void;
  readonly ticked: ReadonlySet<string>;
  readonly tick: (ref: string, isTicked: boolean) => void;
  readonly tickAll: (refs: readonly string[]) => void;
  /** Why a line was not answered, until the next attempt. */
  readonly problemOf: (ref: string) => Problem | null;
  /** Answers not taken whose lines have gone meanwhile: somebody else was faster. */
  readonly overtaken: readonly { readonly ref: string; readonly name: string; readonly problem: Problem }[];
  readonly tell: (outcomes: readonly Outcome[]) => void;
}

const CommitmentsContext = createContext<CommitmentsContextValue | null>(null);
export const CommitmentsProvider = CommitmentsContext.Provider;

export function useCommitmentsContext(): CommitmentsContextValue {
  const page = useContext(CommitmentsContext);
  if (!page) throw new Error('useCommitmentsContext outside of the page');
  return page;
}
