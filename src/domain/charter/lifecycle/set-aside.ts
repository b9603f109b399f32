import { HOLDFAST_ACTOR, type AccountId } from '../../ids';
import type { Instant } from '../../time/time';
import { defineEvent, type Happened } from '../define-command';
import { always } from '../may-follow';
import { nobody } from '../tells';

/** Something was recorded under another key of the item that its record here does not allow. */
interface StepSetAside extends Happened {
  readonly type: 'step-set-aside';
  /** The event's type, when it happened and who caused it. */
  readonly step: string;
  readonly stepAt: Instant;
  readonly stepBy: AccountId;
}

/** No command decides it: two records of one item became one, and it shows that this was in one of them. */
export const stepSetAside = defineEvent<StepSetAside>({
  event: 'step-set-aside',
  affects: [],
  people: ['stepBy'],
  mayFollow: always,
  tells: nobody,
  evolve: (charter) => charter,
});

export const setAside = (event: Happened & { readonly type: string }, now: Instant): StepSetAside => ({
  type: 'step-set-aside',
  at: now,
  by: HOLDFAST_ACTOR,
  step: event.type,
  stepAt: event.at,
  stepBy: event.by,
});
