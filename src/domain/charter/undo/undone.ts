import type { AgreementId } from '../../ids';
import type { Instant } from '../../time/time';
import type { Happened } from '../define-command';

/** An event among others, as far as it says which one it undoes. */
interface MaybeUndo extends Happened {
  readonly type: string;
  readonly agreementId?: AgreementId;
  readonly step?: string;
  readonly stepAt?: Instant;
}

const UNDONE: readonly string[] = ['agreement-step-undone', 'owner-step-undone'];

const undoes = (later: MaybeUndo, event: MaybeUndo): boolean =>
  UNDONE.includes(later.type) &&
  later.stepAt === event.at &&
  later.step === event.type &&
  later.by === event.by &&
  later.agreementId === event.agreementId;

/** Whether whoever caused the event at a place took it back as a slip. */
export function isUndone(history: readonly MaybeUndo[], at: number): boolean {
  const event = history[at];
  return event !== undefined && history.slice(at + 1).some((later) => undoes(later, event));
}

/** A history without the slips in it and their undoing: what is counted of it. */
export const withoutSlips = <E extends MaybeUndo>(history: readonly E[]): readonly E[] =>
  history.some(({ type }) => UNDONE.includes(type))
    ? history.filter((event, at) => !UNDONE.includes(event.type) && !isUndone(history, at))
    : history;
