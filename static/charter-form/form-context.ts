import { createContext, useContext, type ReactNode } from 'react';
import type { ChangedCharter, EscalationAnswer, ProviderAnswer, Success } from '../../src/contract/answers';
import type { CallKey, Input } from '../../src/contract/inputs';
import type { NameOf } from '../../src/contract/wording/names';
import type { Charter } from '../../src/domain/charter/charter';
import type { CharterCommand } from '../../src/domain/charter/commands';
import type { CharterEvent } from '../../src/domain/charter/events';
import type { AgreementId } from '../../src/domain/ids';
import type { IntakeField } from '../../src/domain/policy/policy';
import type { Subject } from '../../src/domain/charter/conflict';
import type { AccountId, Instant, IssueKey, PersonFact, TimeZone } from '../../src/domain/values';
import type { Problem } from '../ui/call';
import type { People } from '../ui/person';

/** The calls that change a charter. */
export type ChangeKey = {
  [K in CallKey]: Success<K> extends ChangedCharter | EscalationAnswer | ProviderAnswer ? K : never;
}[CallKey];

/** What the forms about an agreement need of the page they stand on. */
export interface FormContextValue {
  readonly me: AccountId;
  /** The work item; unknown to a provider who may not see it. */
  readonly issueKey: IssueKey | undefined;
  readonly now: Instant;
  readonly people: People;
  readonly nameOf: NameOf;
  /** Who answers for the work item; unknown to a provider who may not see it. */
  readonly dri: AccountId | undefined;
  /** Where the days end that bind whoever answers for the work item. */
  readonly zone: TimeZone;
  /** How many history entries the page shows; null for a reader who is not told. */
  readonly seen: number | null;
  /** The latest entry after `seen` in which somebody else changed a subject. */
  readonly changedSince: (seen: number, subject: Subject) => CharterEvent | null;
  /** The charter as the page shows it, or as much of it as the reader may see. */
  readonly charter: Charter;
  /** What a check-in given here asks: the promises it goes through by name, and what the policy wants to know of a request. */
  readonly checkIn: {
    readonly walkThrough: readonly AgreementId[];
    readonly intake: readonly Exclude<IntakeField, 'providerIssueKey'>[];
  };
  /** Sends a change. Null when it was accepted; `said` is then announced. */
  readonly send: <K extends ChangeKey>(key: K, input: Input<K>, said: string) => Promise<Problem | null>;
  /** Closes the form; the focus goes back to where it was opened from. */
  readonly close: () => void;
  readonly reload: () => void;
  /** Names a draft: one per work item, reader and form. */
  readonly draft: (form: string) => string;
  /** What a command does to the gate, in words; null where it changes nothing there, or the reader may not know. */
  readonly consequence: (command: CharterCommand | null, person?: PersonFact | null) => string | null;
  /** The form has a page to itself, and a modal around it: nothing beside it shows what it is about. */
  readonly modal?: { readonly subject: ReactNode };
}

/** The intake that a need of a check-in has room for; the provider's own issue is linked afterwards, by either side. */
export const intakeOfNeeds = (intake: readonly IntakeField[]): FormContextValue['checkIn']['intake'] =>
  intake.filter((field) => field !== 'providerIssueKey');

const FormContext = createContext<FormContextValue | null>(null);
export const FormContextProvider = FormContext.Provider;

export function useFormContext(): FormContextValue {
  const context = useContext(FormContext);
  if (!context) throw new Error('useFormContext outside of a page with forms');
  return context;
}
