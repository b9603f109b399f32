import type { Charter } from '../charter';
import { defineCommand, type Happened } from '../define-command';
import type { Facts } from '../facts';
import { always } from '../may-follow';
import { holdsRight } from '../ownership/holds-right';
import { stamp, unless } from '../refusals';
import { nobody } from '../tells';

interface MarkVital {
  readonly type: 'mark-vital';
  readonly vital: boolean;
}

interface VitalMarked extends Happened {
  readonly type: 'vital-marked';
  readonly vital: boolean;
}

/** Administrators of the project may, and those whom its policy lets waive rules. */
export const mayMarkVital = (charter: Charter, facts: Pick<Facts, 'actor' | 'policy'>): boolean =>
  facts.actor.administers === true || holdsRight('waive', charter, facts);

/** Says that an item is one of the vital few, or no longer is: with many of them, none would be. */
export const markVital = defineCommand<MarkVital, VitalMarked>({
  type: 'mark-vital',
  event: 'vital-marked',
  room: 'ordinary',
  subject: 'vital',
  affects: ['vital'],
  people: [],
  mayFollow: always,
  tells: nobody,
  decide: (charter, { vital }, facts) =>
    unless(
      [
        mayMarkVital(charter, facts) ? null : { code: 'forbidden', needs: 'vital-right' },
        (charter.vital !== undefined) === vital ? { code: 'marked-already' } : null,
      ],
      { type: 'vital-marked', ...stamp(facts), vital },
    ),
  evolve({ vital: _before, ...charter }, { vital, at, by }) {
    return vital ? { ...charter, vital: { markedBy: by, markedAt: at } } : charter;
  },
});
