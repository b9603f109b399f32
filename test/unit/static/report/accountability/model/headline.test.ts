import { headline } from '../../../../../../static/report/rows/headline';
import { row } from '../../rows/rows';

test('counts what passes, what waits and what is held back', () => {
  expect(
    headline([
      row({
        key: 'EXP-1',
        noes: ['owner'],
        blocks: ['owner.missing'],
        agreements: { open: 3, acknowledged: 1 },
        unanswered: 1,
      }),
      row({ key: 'EXP-2', warns: ['agreement.overdue'], agreements: { open: 1, acknowledged: 1 } }),
      row({ key: 'EXP-3' }),
    ]),
  ).toEqual({
    items: 3,
    notKnown: 0,
    offTrack: 0,
    passing: 2,
    promises: 4,
    unacknowledged: 2,
    unanswered: 1,
    lastWeek: { known: 0, passing: 0, unanswered: 0 },
    heldBack: 1,
    enforced: true,
    undecided: true,
    epics: true,
  });
});

test('a policy that observes still tells what it would hold back', () => {
  const figures = headline([row({ mode: 'observe', blocks: ['owner.missing'] })]);
  expect(figures).toMatchObject({ heldBack: 1, enforced: false });
});

test('speaks of epics only where all are of their level, under whatever name', () => {
  expect(headline([row({ type: 'Epic' }), row({ type: 'Epic', level: 0 })]).epics).toBe(false);
  expect(headline([row({ type: 'Vorhaben' })]).epics).toBe(true);
  expect(headline([]).epics).toBe(false);
});

test('adds up how the same items stood a week ago, as far as it is known', () => {
  const stood = (passes: boolean, unanswered: number) => ({
    lastWeek: { passes, promises: 2, unanswered },
  });
  const figures = headline([
    row({ key: 'EXP-1', ...stood(true, 0) }),
    row({ key: 'EXP-2', noes: ['owner'], ...stood(false, 2) }),
    row({ key: 'EXP-3', ...stood(true, 1) }),
    row({ key: 'EXP-4' }),
  ]);
  expect(figures.lastWeek).toEqual({ known: 3, passing: 2, unanswered: 3 });
});

test('what Holdfast may not see neither passes nor is at risk', () => {
  const figures = headline([row({ key: 'EXP-1' }), row({ key: 'EXP-2', hidden: true })]);
  expect(figures).toMatchObject({ items: 2, notKnown: 1, passing: 1, heldBack: 0, enforced: true });
});
