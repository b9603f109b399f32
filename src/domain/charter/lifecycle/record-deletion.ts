import type { Charter } from '../charter';
import { defineCommand, type Decision, type Happened } from '../define-command';
import { stamp, unless } from '../refusals';
import type { Noticed } from './noticed';
import { nobody } from '../tells';
import { always } from '../may-follow';

interface RecordDeletion {
  readonly type: 'record-deletion';
}

/** Jira no longer has the work item, alone or with its project. What was promised still stands. */
interface ItemDeleted extends Happened {
  readonly type: 'item-deleted';
}

/** Jira no longer has the item. Told twice, it is recorded once. */
export const deletionOf = ({ itemDeletedAt }: Charter, facts: Noticed): Decision<ItemDeleted> =>
  unless([itemDeletedAt === undefined ? null : { code: 'already-recorded' }], {
    type: 'item-deleted',
    ...stamp(facts),
  });

export const recordDeletion = defineCommand<RecordDeletion, ItemDeleted>({
  type: 'record-deletion',
  event: 'item-deleted',
  subject: null,
  affects: [],
  people: [],
  mayFollow: always,
  tells: nobody,
  decide: (charter, _command, facts) => deletionOf(charter, facts),
  evolve: (charter, { at }) => ({ ...charter, itemDeletedAt: at }),
});
