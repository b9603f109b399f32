import { followPassage } from '../../src/app/follow-passage';
import type { PassageFollowUp } from '../../src/app/ports-follow-ups';
import { Refused, Unavailable } from '../../src/app/ports';
import { NOW } from '../support/charter-spec';
import { nominated } from '../support/events';
import { world, type World } from '../support/memory-ports';
import { BOT, COO } from '../support/people';

const later = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1_000).toISOString();

const passed = (more: Partial<PassageFollowUp> = {}): PassageFollowUp => ({
  kind: 'passage',
  issueKey: 'EXP-1',
  toStatusId: '3',
  checkpoint: 'start',
  reason: 'coach',
  rules: ['owner.missing'],
  advice: ['Nobody owns this work item. Nominate one person in the Agreements panel.'],
  at: NOW,
  ...more,
});

function moved(at = later(1), accountId = COO): World {
  const here = world(nominated(COO));
  here.jira.move = { historyId: '77', accountId, at };
  return here;
}

const passages = ({ charters }: World) => charters.stored.get('EXP-1')?.charter.passages;

it('records who moved what past which rules, and when', async () => {
  const here = moved();
  await followPassage(passed({ reason: 'observe' }), here);
  expect(passages(here)).toEqual([
    { at: later(1), checkpoint: 'start', reason: 'observe', rules: ['owner.missing'], movedBy: COO },
  ]);
  expect(here.jira.comments).toEqual([]);
});

it('tells the mover in coach mode what would have been asked', async () => {
  const here = moved();
  await followPassage(passed(), here);
  expect(here.jira.comments).toEqual([
    {
      issueKey: 'EXP-1',
      mention: COO,
      paragraphs: [
        'this moved on, and Holdfast would have asked for one thing first.',
        'Nobody owns this work item. Nominate one person in the Agreements panel.',
      ],
    },
  ]);
});

it.each(['observe', 'unchecked'] as const)('tells nobody anything in %s', async (reason) => {
  const here = moved();
  await followPassage(passed({ reason }), here);
  expect(here.jira.comments).toEqual([]);
  expect(passages(here)).toHaveLength(1);
});

it('records and comments once, however often it is delivered', async () => {
  const here = moved();
  await followPassage(passed(), here);
  await followPassage(passed(), here);
  await followPassage(passed(), here);
  expect(passages(here)).toHaveLength(1);
  expect(here.jira.comments).toHaveLength(1);
});

it('records and comments once when two deliveries race', async () => {
  const here = moved();
  await Promise.all([followPassage(passed(), here), followPassage(passed(), here)]);
  expect(passages(here)).toHaveLength(1);
  expect(here.jira.comments).toHaveLength(1);
});

describe('a move that never happened', () => {
  it.each([
    ['Jira knows of none', null],
    ['the last one into that status is older', later(-60)],
  ])('is not recorded: %s', async (_what, at) => {
    const here = moved();
    here.jira.move = at === null ? null : { historyId: '1', accountId: COO, at };
    await followPassage(passed(), here);
    expect(passages(here)).toEqual([]);
    expect(here.jira.comments).toEqual([]);
  });

  it('is told from one that Jira stamped a moment before we looked', async () => {
    const here = moved(later(-5));
    await followPassage(passed(), here);
    expect(passages(here)).toHaveLength(1);
  });

  it('is not recorded for an item that is gone', async () => {
    const here = moved();
    here.jira.items.clear();
    await followPassage(passed(), here);
    expect(passages(here)).toEqual([]);
  });
});

it.each([
  ['an app', BOT],
  ['somebody Jira does not know', 'u-nobody'],
])('comments to nobody where the mover is %s', async (_what, accountId) => {
  const here = moved(later(1), accountId);
  await followPassage(passed(), here);
  expect(passages(here)).toHaveLength(1);
  expect(here.jira.comments).toEqual([]);
});

it.each(['lastMove', 'workItem'] as const)(
  'asks to be tried again while %s is down, having done nothing',
  async (down) => {
    const here = moved();
    here.jira.down = [down];
    await expect(followPassage(passed(), here)).rejects.toBeInstanceOf(Unavailable);
    expect(passages(here)).toEqual([]);
    here.jira.down = [];
    await followPassage(passed(), here);
    expect(passages(here)).toHaveLength(1);
    expect(here.jira.comments).toHaveLength(1);
  },
);

it('asks to be tried again while the charter is busy', async () => {
  const here = moved();
  here.charters.beforeWrite = () => here.charters.put('EXP-1', [nominated(COO)]);
  await expect(followPassage(passed(), here)).rejects.toBeInstanceOf(Unavailable);
  expect(here.jira.comments).toEqual([]);
});

it('comments when it is tried again after Jira did not take the comment, and then no more', async () => {
  const here = moved();
  here.jira.down = ['comment'];
  await expect(followPassage(passed(), here)).rejects.toBeInstanceOf(Unavailable);
  here.jira.down = [];
  await followPassage(passed(), here);
  await followPassage(passed(), here);
  expect(passages(here)).toHaveLength(1);
  expect(here.jira.comments).toHaveLength(1);
});

it('keeps no claim to a comment that Jira refused: nobody was told', async () => {
  const here = moved();
  here.jira.comment = () => Promise.reject(new Refused('comment: status 403'));
  await expect(followPassage(passed(), here)).rejects.toBeInstanceOf(Refused);
  expect(passages(here)).toHaveLength(1);
  expect(here.claims.taken.size).toBe(0);
});
