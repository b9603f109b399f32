import type { Charter } from '../charter';
import { defineCommand, type Decision, type Happened } from '../define-command';
import { stamp, unless } from '../refusals';
import type { Noticed } from './noticed';
import { nobody } from '../tells';
import { always } from '../may-follow';

interface RecordRestoration {
  readonly type: 'record-restoration';
}

/** The item is there again; a move to another key says so too (`move.ts`). */
interface ItemRestored extends Happened {
  readonly type: 'item-restored';
}

export const restorationOf = ({ itemDeletedAt }: Charter, facts: Noticed): Decision<ItemRestored> =>
  unless([itemDeletedAt === undefined ? { code: 'already-recorded' } : null], {
    type: 'item-restored',
    ...stamp(facts),
  });

export const recordRestoration = defineCommand<RecordRestoration, ItemRestored>({
  type: 'record-restoration',
  event: 'item-restored',
  subject: null,
  affects: [],
  people: [],
  mayFollow: always,
  tells: nobody,
  decide: (charter, _command, facts) => restorationOf(charter, facts),
  evolve: ({ itemDeletedAt: _deleted, ...restored }) => restored,
});
