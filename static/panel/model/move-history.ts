import type { CharterEvent } from '../../../src/domain/charter/events';
import { rulesOf } from '../../../src/domain/gate/passage-rules';
import type { Told } from './history';

const passedText = {
  observe: 'historyPassedObserve',
  coach: 'historyPassedCoach',
  unchecked: 'historyPassedUnchecked',
  waived: 'historyPassedWaived',
  warned: 'historyPassedWarned',
  bypass: 'historyPassedBypass',
  misconfigured: 'historyPassedMisconfigured',
  unlicensed: 'historyPassedUnlicensed',
  entered: 'historyEnteredStarted',
} as const;

type MoveEvent = Extract<
  CharterEvent,
  {
    type:
      | 'vital-marked'
      | 'waiver-granted'
      | 'waiver-ended'
      | 'passage-recorded'
      | 'item-moved'
      | 'step-set-aside'
      | 'item-deleted'
      | 'item-restored'
      | 'item-done-changed';
  }
>;

/** Moves through the gate and around it, and what became of the work item, as a line. */
export function moveEntry(event: MoveEvent): Told {
  const stamp = { at: event.at, by: event.by };
  switch (event.type) {
    case 'vital-marked':
      return { ...stamp, topic: 'ownership', text: event.vital ? 'historyVital' : 'historyNotVital' };
    case 'waiver-granted':
      return {
        ...stamp,
        topic: 'moves',
        text: 'historyWaived',
        count: event.rules.length,
        date: event.expiresAt.slice(0, 10),
        quote: event.reason,
      };
    case 'waiver-ended':
      return { ...stamp, topic: 'moves', text: 'historyWaiverEnded', quote: event.reason };
    case 'passage-recorded':
      return {
        ...stamp,
        by: event.passage.movedBy ?? event.by,
        topic: 'moves',
        text: passedText[event.passage.reason],
        checkpoint: event.passage.checkpoint,
        count: event.passage.rules.length,
        rules: rulesOf(event.passage),
      };
    case 'item-moved':
      return { ...stamp, topic: 'moves', text: 'historyItemMoved', what: event.from };
    case 'step-set-aside':
      return { ...stamp, topic: 'moves', text: 'historyStepSetAside', person: event.stepBy };
    case 'item-done-changed':
      return {
        ...stamp,
        topic: 'moves',
        text: event.done ? 'historyItemFinished' : 'historyItemReopened',
      };
    case 'item-deleted':
      return { ...stamp, topic: 'moves', text: 'historyItemDeleted' };
    case 'item-restored':
      return { ...stamp, topic: 'moves', text: 'historyItemRestored' };
  }
}
