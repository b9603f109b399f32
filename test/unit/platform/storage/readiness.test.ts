import { programmeOf, type ProgrammeEvent } from '../../../../src/domain/readiness/programme';
import { kept } from '../../../../src/platform/storage/readiness';

const at = '2026-11-23T12:00:00.000Z';
const by = 'u-admin';
const started: ProgrammeEvent = { type: 'programme-started', at, by };
const decided: ProgrammeEvent = {
  type: 'programme-decided',
  choice: 'stop',
  reason: 'ü'.repeat(1000),
  at,
  by,
};
const watched: ProgrammeEvent = { type: 'indicators-chosen', indicators: ['rework-rate'], at, by };
const chosen: ProgrammeEvent = {
  type: 'behaviours-chosen',
  behaviours: [{ rule: 'owner.missing', checkpoint: 'start' }],
  at,
  by,
};

const bytes = (events: readonly ProgrammeEvent[]): number => Buffer.byteLength(JSON.stringify(events));
const times = (count: number, ...events: readonly ProgrammeEvent[]): readonly ProgrammeEvent[] =>
  Array.from({ length: count }, () => events).flat();

test('a few rounds are kept whole', () => {
  const events = times(5, started, chosen, watched, decided);
  expect(kept(events)).toEqual(events);
});

test('of many rounds with long reasons, as many of the newest as storage takes', () => {
  const events = times(300, started, decided);
  const some = kept([...events, started, chosen]);
  expect(bytes(some)).toBeLessThan(240 * 1024);
  expect(some.length).toBeGreaterThan(100);
  expect(some.slice(-3)).toEqual([decided, started, chosen]);
});

test('a round that chooses again and again keeps its start and what it stands on', () => {
  const events = [started, decided, started, watched, ...times(5000, chosen)];
  const some = kept(events);
  expect(bytes(some)).toBeLessThan(240 * 1024);
  expect(programmeOf(some)).toEqual(programmeOf(events));
});
