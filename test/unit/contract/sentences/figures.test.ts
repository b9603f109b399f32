import { wordInsight, wordReinforcement } from '../../../../src/contract/wording/drift';
import { indicatorWords } from '../../../../src/contract/wording/indicators';
import { sideName } from '../../../../src/contract/wording/names';
import { nameOfType, wordPolicyChange } from '../../../../src/contract/wording/policy-changes';
import type { Change } from '../../../../src/domain/policy/changes';
import type { ClockNumber } from '../../../../src/domain/policy/clock-changes';
import type { Reinforcement } from '../../../../src/domain/report/drift/reinforcements';
import { INDICATORS, indicators } from '../../../../src/domain/report/indicators/indicators';

// What the report says of its figures, and of what changed in a policy, is recorded beside this file.

const reader = { name: (accountId: string): string => `<${accountId}>`, today: '2026-11-23' };

const NUMBERS = {
  hours: [
    [0.4, 1],
    [1, 0],
    [30, 12],
    [40, 37],
    [72, 24],
    [264, 240],
    [36_000, 1_200],
  ],
  days: [
    [1, 2],
    [11, 1],
    [0.5, 3],
    [3, 3.2],
    [1_500, 10],
  ],
  share: [
    [0.5, 0.923],
    [1, 0],
  ],
  count: [
    [0, 1],
    [2.5, 10],
    [11, 1_200],
  ],
} as const;

test.each(INDICATORS)('%s is told as recorded', (indicator) => {
  const since = '2026-10-05';
  const providers = [undefined, { projectKey: 'PLAT' }, { teamId: 'T3', name: 'Operations' }] as const;
  const told = NUMBERS[indicators[indicator].unit].map(([now, before], at) => {
    const provider = providers[at % 3];
    return wordInsight({ indicator, now, before, since, ...(provider && { provider }) }, reader);
  });
  expect([indicatorWords(indicator), told]).toMatchSnapshot();
});

const FIELDS = ['inputs', 'impact', 'providerIssueKey'] as const;
const MODES = ['observe', 'coach', 'enforce'] as const;

test('what is proposed against drift is offered as recorded', () => {
  const offers: readonly Reinforcement[] = [
    ...FIELDS.map((field) => ({ kind: 'intake-added', field }) as const),
    { kind: 'acknowledgement-hours', from: 24, to: 72 },
    { kind: 'acknowledgement-hours', from: 48, to: 24 },
    ...MODES.map((to) => ({ kind: 'mode', from: 'observe', to }) as const),
  ];
  expect(offers.map(wordReinforcement)).toMatchSnapshot();
  expect([
    sideName({ teamId: 'T3', name: 'Operations' }),
    sideName({ projectKey: 'PLAT' }),
    sideName({ unnamed: true }),
  ]).toMatchSnapshot();
});

const NUMBERS_OF_CLOCKS: readonly ClockNumber[] = [
  'acceptanceHours',
  'decisionHours',
  'checkInEveryDays',
  'dueSoonHours',
  'endingDays',
  'confirmDays',
  'silentDays',
];

test('what changed in a policy is told as recorded', () => {
  const types = [
    { level: -1 },
    { level: 0 },
    { level: 1 },
    { level: 3 },
    { id: '1', name: 'Epic' },
    { named: 'Bug' },
  ];
  const changes = [
    ...MODES.map((to) => ({ kind: 'mode', to })),
    ...types.flatMap((type) => ['type-added', 'type-removed'].map((kind) => ({ kind, type }))),
    { kind: 'minimum-dependencies', from: 1, to: 2 },
    { kind: 'acknowledgement-hours', from: 24, to: 1_200 },
    ...FIELDS.flatMap((field) => ['intake-added', 'intake-removed'].map((kind) => ({ kind, field }))),
    ...[true, false].flatMap((to) =>
      ['children-follow', 'nominate-assignee', 'shares-numbers'].map((kind) => ({ kind, to })),
    ),
    ...NUMBERS_OF_CLOCKS.map((field) => ({ kind: 'clock-number', field, from: 1, to: 2 })),
    ...['working', 'every-hour'].map((to) => ({ kind: 'measure', to })),
    ...[
      'waits-for',
      'owner-source',
      'time-zone',
      'workdays',
      'day-hours',
      'holiday-added',
      'holiday-removed',
    ].map((kind) => ({ kind })),
    ...['programme-lead', 'step-added', 'step-removed', 'step-changed', 'right-holder', 'waiver-days'].map(
      (kind) => ({ kind }),
    ),
  ] as unknown as readonly Change[];
  expect(changes.map(wordPolicyChange)).toMatchSnapshot();
  expect(types.map((type) => nameOfType(type as never))).toMatchSnapshot();
});
