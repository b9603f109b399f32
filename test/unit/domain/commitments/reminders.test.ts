import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { remindersOf } from '../../../../src/domain/commitments/reminders';
import { NOW } from '../../../support/charter-spec';
import {
  acknowledged,
  asked,
  countered,
  delivered,
  nominated,
  owner,
  reassigned,
  refused,
  renegotiated,
  withdrawn,
} from '../../../support/events';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';

const of = (history: readonly CharterEvent[]) =>
  remindersOf(replay(history), NOW).map(({ duty, who }) => `${duty.kind} ${who}`);
const keys = (history: readonly CharterEvent[]) => remindersOf(replay(history), NOW).map(({ key }) => key);

const requested = [...owner(COO), asked('A1')];
const promised = [...requested, acknowledged('A1')];
const overdue = [...requested, acknowledged('A1', { committedBy: '2026-11-20' })];

it.each<[string, readonly CharterEvent[], readonly string[]]>([
  ['a nominee', [nominated(COO)], [`accept-nomination ${COO}`]],
  ['a provider who was asked', requested, [`acknowledge ${PLATFORM}`]],
  ['the DRI who was offered other terms', [...requested, countered('A1')], [`answer-counter ${COO}`]],
  ['the DRI whose request was declined', [...requested, refused('A1')], [`ask-again ${COO}`]],
  ['the DRI to whom it was delivered', [...promised, delivered('A1')], [`accept-delivery ${COO}`]],
  ['a provider whose day is over', overdue, [`deliver ${PLATFORM}`]],
  ['nobody while the day is to come', promised, []],
  ['nobody once it is withdrawn', [...requested, withdrawn('A1')], []],
  ['nobody for an item that is gone', [...requested, { type: 'item-deleted', at: NOW, by: CTO }], []],
  [
    'a provider for whose promise another work item was named',
    [
      ...promised,
      {
        type: 'agreement-linked',
        at: NOW,
        by: COO,
        agreementId: 'A1',
        providerIssueKey: 'PLAT-7',
        proposedBy: 'requester',
      },
    ],
    [`answer-link ${PLATFORM}`],
  ],
  ['the DRI who was asked for another day', [...promised, renegotiated('A1')], [`answer-date ${COO}`]],
])('reminds %s', (_who, history, expected) => {
  expect(of(history)).toEqual(expected);
});

it('is another reminder once it is asked anew, of somebody else, or promised for another day', () => {
  const again: CharterEvent = {
    type: 'agreement-restated',
    at: NOW,
    by: COO,
    agreementId: 'A1',
    neededBy: '2027-01-01',
  };
  const other = reassigned('A1', { at: NOW, providerAccountId: OPS });
  const day = (committedBy: string) => [...requested, acknowledged('A1', { committedBy })];
  expect(new Set([keys(requested), keys([...requested, again])].flat()).size).toBe(2);
  expect(of([...requested, other])).toEqual([`acknowledge ${OPS}`]);
  expect(keys(day('2026-11-20'))).not.toEqual(keys(day('2026-11-19')));
  expect(keys(requested)).toEqual(keys(requested));
});

it('reminds the DRI of each gap that somebody saw', () => {
  const gap = (gapId: string): CharterEvent => ({
    type: 'gap-raised',
    at: NOW,
    by: CTO,
    gapId,
    what: 'No test',
  });
  const history = [...owner(COO), gap('G1'), gap('G2')];
  expect(of(history)).toEqual([`answer-gap ${COO}`, `answer-gap ${COO}`]);
  expect(new Set(keys(history)).size).toBe(2);
});
