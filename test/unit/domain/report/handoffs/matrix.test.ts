import { allHandoffs, handoffsOf, type Handoffs } from '../../../../../src/domain/report/handoffs/handoffs';
import { handoffMatrix, weaknessesOf } from '../../../../../src/domain/report/handoffs/matrix';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import type { WorkItem } from '../../../../../src/domain/gate/item';
import { NOW } from '../../../../support/charter-spec';
import {
  acknowledged,
  asked,
  delivered,
  deliveryTaken,
  owner,
  reassigned,
  refused,
  withdrawn,
} from '../../../../support/events';
import { blocker, epic } from '../../../../support/items';
import { COO, OPS } from '../../../../support/people';
import {
  EXPANSION as team,
  OPERATIONS,
  PLATFORM_TEAM as platform,
  withTeams,
} from '../../../../support/teams';

const of = (history: readonly CharterEvent[], item: WorkItem = epic(), now = NOW): Handoffs =>
  handoffsOf({ charter: replay(history), history }, item, withTeams(), now, {
    accountId: 'u-reader',
    sees: () => true,
  });
const monday = '2026-11-16T08:00:00.000Z';
const after = (hours: number): string => new Date(Date.parse(monday) + hours * 3_600_000).toISOString();

it('puts what is not settled between the team of the DRI and the one asked', () => {
  const { lines } = of([
    ...owner(COO),
    asked('A1'),
    asked('A2'),
    acknowledged('A2'),
    asked('A3'),
    withdrawn('A3'),
  ]);
  expect(lines).toMatchObject([
    { requester: team, provider: platform, state: 'requested', dueOn: '2026-12-04', answerOverdue: true },
    { requester: team, provider: platform, state: 'acknowledged', overdue: false, answerOverdue: false },
  ]);
});

it('takes the project where nobody has accepted, and the project of the issue of a provider without a team', () => {
  const { lines } = of([asked('A1', { providerAccountId: 'u-1', providerIssueKey: 'PLAT-7' })]);
  expect(lines).toMatchObject([{ requester: { projectKey: 'EXP' }, provider: { projectKey: 'PLAT' } }]);
});

it('counts a blocking link that nobody promised anything for, and no longer once somebody was asked', () => {
  const item = epic({ blockers: [blocker('PLAT-1'), blocker('OPS-2', { done: true })] });
  expect(of([], item).lines).toMatchObject([
    {
      requester: { projectKey: 'EXP' },
      provider: { projectKey: 'PLAT' },
      state: 'no-agreement',
      providerIssueKey: 'PLAT-1',
      what: 'Summary of PLAT-1',
    },
  ]);
  expect(of([asked('A1', { providerIssueKey: 'PLAT-1' })], item).lines).toMatchObject([
    { state: 'requested' },
  ]);
});

it('leaves out what was delivered and taken', () => {
  const history = [asked('A1'), acknowledged('A1'), delivered('A1')];
  expect(of(history).lines).toMatchObject([{ state: 'delivered' }]);
  expect(of([...history, deliveryTaken('A1')]).lines).toEqual([]);
});

describe('a cell', () => {
  const history = [
    ...owner(COO),
    asked('A1', { at: monday }),
    acknowledged('A1', { at: after(10), committedBy: '2026-11-20' }),
    asked('A2', { at: monday }),
    refused('A2', { at: after(20) }),
    asked('A3', { at: monday }),
    asked('A4', { at: NOW }),
  ];
  const matrix = handoffMatrix(of(history));
  const cell = matrix.cell(team, platform);

  it('counts open, unacknowledged, overdue, and knows the median of the answers', () => {
    expect(cell).toMatchObject({
      open: 4,
      unacknowledged: 3,
      answerOverdue: 1,
      declined: 1,
      overdue: 1,
      unmapped: 0,
      answers: 2,
      medianHours: 15,
    });
    expect(cell?.lines).toHaveLength(4);
  });

  it('lists what presses first', () => {
    expect(cell?.lines.map(({ state }) => state)).toEqual([
      'acknowledged',
      'requested',
      'declined',
      'requested',
    ]);
  });

  it('says everything that is worth asking about', () => {
    expect(weaknessesOf(cell!, 24)).toEqual(['overdue', 'unanswered', 'declined']);
  });

  it('is null for a pair between which nothing was ever asked', () => {
    expect(matrix.cell(platform, team)).toBeNull();
  });
});

it('leaves an answer with whoever gave it when the promise was passed on', () => {
  const history = [
    asked('A1', { at: monday }),
    refused('A1', { at: after(5) }),
    reassigned('A1', { at: after(6) }),
    acknowledged('A1', { at: after(9) }),
  ];
  const matrix = handoffMatrix(of(history));
  const from = { projectKey: 'EXP' };
  expect(matrix.cell(from, platform)).toMatchObject({ open: 0, medianHours: 5 });
  expect(matrix.cell(from, OPERATIONS)).toMatchObject({ open: 1, medianHours: 3 });
});

it('adds up what a provider is asked for, whoever asks', () => {
  const mine = of([...owner(COO), asked('A1')]);
  const theirs = of([...owner(OPS), asked('A1'), asked('A2')], epic({ issueKey: 'EXP-2' }));
  const matrix = handoffMatrix(allHandoffs([mine, theirs]));
  expect(matrix.requesters).toEqual([team, OPERATIONS]);
  expect(matrix.ofProvider(platform)).toMatchObject({ open: 3, unacknowledged: 3 });
});

it('speaks of slow answers from the third on, and only of hours of the clock', () => {
  const slow = { open: 0, unacknowledged: 0, answerOverdue: 0, declined: 0, overdue: 0, unmapped: 0 };
  expect(weaknessesOf({ ...slow, answers: 3, medianHours: 25 }, 24)).toEqual(['slow']);
  expect(weaknessesOf({ ...slow, answers: 2, medianHours: 25 }, 24)).toEqual([]);
  expect(weaknessesOf({ ...slow, answers: 3, medianHours: 25 }, null)).toEqual([]);
  expect(weaknessesOf({ ...slow, answers: 3, medianHours: 24 }, 24)).toEqual([]);
});
