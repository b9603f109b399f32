import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { evidenceOf } from '../../../../../src/domain/report/indicators/evidence';
import { handoffHappenings } from '../../../../../src/domain/report/indicators/of-agreements';
import {
  defaultAwaySettings,
  nobodyKnown,
  withPresence,
  type AwaySettings,
} from '../../../../../src/domain/team/presence';
import { COO, OPS } from '../../../../support/people';
import { acknowledged, asked } from '../../../../support/events';
import { OPERATIONS, PLATFORM_TEAM, withTeams } from '../../../../support/teams';

const monday = '2026-11-02T08:00:00.000Z';
const tuesday = '2026-11-03T08:00:00.000Z';
const thursday = '2026-11-05T08:00:00.000Z';
const friday = '2026-11-06T08:00:00.000Z';

const of = (indicator: string, history: readonly CharterEvent[]) =>
  handoffHappenings(history, withTeams()).filter((one) => one.indicator === indicator);
const step = (event: object): CharterEvent =>
  ({ at: thursday, by: COO, agreementId: 'A1', ...event }) as CharterEvent;

describe('how long an answer took', () => {
  it('runs from the question to the first answer, in hours', () => {
    expect(
      of('acknowledgement-latency', [asked('A1', { at: monday }), acknowledged('A1', { at: tuesday })]),
    ).toMatchObject([
      { indicator: 'acknowledgement-latency', at: tuesday, value: 24, provider: PLATFORM_TEAM },
    ]);
  });

  it.each(['agreement-countered', 'agreement-declined'])('counts %s as an answer', (type) => {
    const found = of('acknowledgement-latency', [asked('A1', { at: monday }), step({ type, reason: 'No' })]);
    expect(found).toMatchObject([{ value: 72 }]);
  });

  it('begins anew with a question put again, and counts each once', () => {
    const found = of('acknowledgement-latency', [
      asked('A1', { at: monday }),
      step({ type: 'agreement-countered', at: tuesday, committedBy: '2026-12-20', reason: 'No' }),
      step({ type: 'agreement-restated' }),
      acknowledged('A1', { at: friday }),
      acknowledged('A1', { at: friday }),
    ]);
    expect(found.map(({ value }) => value)).toEqual([24, 24]);
  });

  it('belongs to whoever was asked at the time', () => {
    const found = of('acknowledgement-latency', [
      asked('A1', { at: monday, providerIssueKey: 'PLAT-1' }),
      step({ type: 'agreement-reassigned', providerAccountId: OPS, providerZone: 'UTC' }),
      acknowledged('A1', { at: friday, by: OPS }),
    ]);
    expect(found).toMatchObject([{ value: 24, provider: OPERATIONS }]);
  });

  it('belongs to the project of the issue of a provider without a team, also where that is known later', () => {
    const found = of('acknowledgement-latency', [
      asked('A1', { at: monday, providerAccountId: 'u-1' }),
      acknowledged('A1', { at: tuesday }),
      step({ type: 'agreement-linked', providerIssueKey: 'PLAT-7' }),
    ]);
    expect(found).toMatchObject([{ provider: { projectKey: 'PLAT' } }]);
  });

  it('leaves out what began before the history', () => {
    expect(of('acknowledgement-latency', [acknowledged('A1', { at: tuesday })])).toEqual([]);
  });
});

describe('how a request was put', () => {
  const berlin = {
    timeZone: 'Europe/Berlin',
    workdays: [1, 2, 3, 4, 5],
    from: '09:00',
    to: '17:00',
    holidays: [],
  };
  const put = (history: readonly CharterEvent[], policy: Parameters<typeof handoffHappenings>[1]) =>
    handoffHappenings(history, policy).flatMap(({ asked: as }) => as ?? []);
  const friday16 = '2026-11-06T15:00:00.000Z';
  const overTheWeekend = [
    asked('A1', { at: friday16, providerAccountId: OPS, providerZone: 'Europe/Berlin' }),
    acknowledged('A1', { at: '2026-11-09T09:00:00.000Z' }),
  ];

  it('is told by the day and hour where whoever was asked works, and by what it brings along', () => {
    const clocks = { measure: 'elapsed', calendar: berlin } as const;
    expect(put(overTheWeekend, { clocks })).toEqual([
      { on: '2026-11-06', hour: 16, hours: 66, inputs: false },
    ]);
    const [first, ...rest] = overTheWeekend;
    const complete = [{ ...first, inputs: 'The contract' } as CharterEvent, ...rest];
    expect(put(complete, { clocks })).toMatchObject([{ inputs: true }]);
    expect(put(overTheWeekend, undefined)).toMatchObject([{ hour: 16, hours: 66 }]);
  });

  it('counts the hours as the policy counts those of an acknowledgement', () => {
    expect(put(overTheWeekend, { clocks: { measure: 'working', calendar: berlin } })).toMatchObject([
      { hours: 2 },
    ]);
  });

  it('is told in the own zone of whoever was asked, as Jira knew it', () => {
    const inTokyo = { ...overTheWeekend[0], providerZone: 'Asia/Tokyo' } as CharterEvent;
    expect(put([inTokyo, ...overTheWeekend.slice(1)], undefined)).toMatchObject([
      { on: '2026-11-07', hour: 0 },
    ]);
  });

  const thoseAway = (settings: Partial<AwaySettings>) =>
    withPresence(
      {},
      {
        ...nobodyKnown,
        away: [
          {
            accountId: OPS,
            from: '2026-11-05',
            to: '2026-11-06',
            standIn: null,
            zone: 'UTC',
            setBy: OPS,
            setAt: monday,
          },
        ],
        settings: { ...defaultAwaySettings, ...settings },
      },
    );
  const awayOf = (history: readonly CharterEvent[], settings: Partial<AwaySettings>, since?: string) =>
    handoffHappenings(history, thoseAway(settings), since).flatMap(({ asked: as }) => (as ? [as.away] : []));
  const onMonday = [asked('A1', { at: monday, providerAccountId: OPS }), acknowledged('A1', { at: friday })];

  it('says whether they were away, where everybody who asks may know it', () => {
    expect(awayOf(overTheWeekend, {}, monday)).toEqual([true]);
    expect(awayOf(onMonday, {}, monday)).toEqual([false]);
  });

  it.each([
    ['only named people may know it', { datesShownTo: 'named' } as const, monday],
    ['the site does not ask for it', { on: false }, monday],
    ['absences of that time are not kept any more', {}, '2026-11-07T00:00:00.000Z'],
    ['nobody says since when they are kept', {}, undefined],
  ])('does not know that where %s', (_why, settings, since) => {
    expect(awayOf(overTheWeekend, settings, since)).toEqual([undefined]);
    expect(awayOf(onMonday, settings, since)).toEqual([undefined]);
  });

  it.each([
    [30, true],
    [5, undefined],
  ])('where absences are kept for %s days, says of one two weeks ago: %s', (keptDays, away) => {
    const policy = { checkInEveryDays: 7, ...thoseAway({ keptDays }) };
    const past = { history: overTheWeekend, earlier: 0, closed: false };
    const { observations } = evidenceOf(past, ['2026-11-02', '2026-11-09'], policy);
    expect(observations.flatMap(({ asked: as }) => (as ? [as.away] : []))).toEqual([away]);
  });

  it('begins where it was put again, and ends where they asked back', () => {
    const back = [
      asked('A1', { at: monday }),
      step({ type: 'more-asked', at: tuesday, question: 'Which one?' }),
      acknowledged('A1', { at: friday }),
    ];
    expect(put(back, undefined)).toMatchObject([{ on: '2026-11-02', hours: 24 }]);
    const again = [
      asked('A1', { at: monday }),
      step({ type: 'agreement-restated' }),
      acknowledged('A1', { at: friday }),
    ];
    expect(put(again, undefined)).toMatchObject([{ on: '2026-11-05', hours: 24 }]);
  });
});

describe('whether the first request was enough', () => {
  it('is with a plain yes', () => {
    expect(of('intake-completeness', [asked('A1'), acknowledged('A1')])).toMatchObject([{ value: 1 }]);
  });

  it.each(['agreement-countered', 'agreement-declined', 'agreement-restated'])(
    'is not with %s, whatever follows',
    (type) => {
      const found = of('intake-completeness', [asked('A1'), step({ type }), acknowledged('A1')]);
      expect(found.map(({ value }) => value)).toEqual([0]);
    },
  );
});

describe('rework', () => {
  const delivery = [
    asked('A1', { at: monday }),
    acknowledged('A1', { at: monday }),
    step({ type: 'agreement-delivered', at: tuesday, evidence: 'It runs', late: false }),
  ];

  it('counts a delivery when it is judged, by cause', () => {
    const found = handoffHappenings(
      [
        ...delivery,
        step({ type: 'delivery-returned', cause: 'spec', reason: 'Wrong size' }),
        step({ type: 'agreement-delivered', at: friday, evidence: 'It runs', late: false }),
        step({ type: 'delivery-accepted', at: friday }),
      ],
      undefined,
    ).filter(({ indicator }) => indicator.startsWith('rework'));
    const values = (name: string) =>
      found.filter(({ indicator }) => indicator === name).map(({ value }) => value);
    expect(values('rework-rate')).toEqual([1, 0]);
    expect(values('rework-spec')).toEqual([1, 0]);
    expect(values('rework-quality')).toEqual([0, 0]);
  });

  it('does not count what nobody has judged yet', () => {
    expect(of('rework-rate', delivery)).toEqual([]);
  });
});
