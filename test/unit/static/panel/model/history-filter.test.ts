import { timeline } from '../../../../../static/panel/model/history';
import { choicesIn, EVERYTHING, matching } from '../../../../../static/panel/model/history-filter';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { accepted, acknowledged, nominated, requested } from './answers';

const proposed: CharterEvent = {
  type: 'renegotiation-proposed',
  at: '2026-11-23T09:00:00.000Z',
  by: 'provider',
  agreementId: 'A1',
  side: 'provider',
  committedBy: '2026-12-18',
  reason: 'The vendor is late',
};
const taken: CharterEvent = {
  type: 'renegotiation-answered',
  at: '2026-11-23T09:05:00.000Z',
  by: 'dri',
  agreementId: 'A1',
  accepted: true,
};
const passedOn: CharterEvent = {
  type: 'agreement-reassigned',
  at: '2026-11-23T09:06:00.000Z',
  by: 'provider',
  agreementId: 'A1',
  providerAccountId: 'other',
  providerZone: 'UTC',
};
const events = [
  nominated,
  accepted,
  requested('A1'),
  requested('A2'),
  acknowledged('A1'),
  proposed,
  taken,
  passedOn,
];

test('a line says from what to what', () => {
  const changes = timeline(events).flatMap(({ text, change }) => (change ? [[text, change]] : []));
  expect(changes).toEqual([
    ['historyHandedOver', { kind: 'person', from: 'provider', to: 'other' }],
    ['historyDateTaken', { kind: 'date', from: '2026-12-11', to: '2026-12-18' }],
    ['historyDateAsked', { kind: 'date', from: '2026-12-11', to: '2026-12-18' }],
  ]);
});

test('lines keep the numbers of their events, and name what was promised before them', () => {
  const [line] = timeline([acknowledged('A7')], 40, new Map([['A7', 'A crane']]));
  expect(line).toMatchObject({ number: 40, agreementId: 'A7', what: 'A crane' });
});

test('a reader narrows it down by kind, by agreement and by person', () => {
  const entries = timeline(events);
  const numbers = (filter: Partial<typeof EVERYTHING>) =>
    matching(entries, { ...EVERYTHING, ...filter }).map(({ number }) => number);
  expect(numbers({ topic: 'ownership' })).toEqual([1, 0]);
  expect(numbers({ agreementId: 'A2' })).toEqual([3]);
  expect(numbers({ person: 'other' })).toEqual([7]);
  expect(numbers({ topic: 'agreements', agreementId: 'A1', person: 'dri' })).toEqual([6, 2]);
  expect(choicesIn(entries)).toEqual({
    agreements: [
      { id: 'A1', what: 'Deliverable A1' },
      { id: 'A2', what: 'Deliverable A2' },
    ],
    people: expect.arrayContaining(['provider', 'other', 'dri', 'editor']),
  });
});
