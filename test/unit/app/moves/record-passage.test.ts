import { followPassage } from '../../../../src/app/moves/record-passage';
import type { PassageJob } from '../../../../src/app/jobs/gate/passage';
import { Refused, Unavailable } from '../../../../src/platform/unavailable';
import { NOW } from '../../../support/charter-spec';
import { accepted, nominated, owner } from '../../../support/events';
import { world, type World } from '../../../support/memory-ports';
import { BOT, COO, CTO, TOKYO } from '../../../support/people';

const later = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1_000).toISOString();

const passed = (more: Partial<PassageJob> = {}): PassageJob => ({
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

describe('a move that rules warned of', () => {
  const warned = passed({ reason: 'warned', rules: ['brief.incomplete'], advice: [] });

  function owned(by = COO, history = owner(by), movedBy = CTO): World {
    const here = world(...history);
    here.jira.move = { historyId: '77', accountId: movedBy, at: later(1) };
    return here;
  }
  const notices = ({ clocks }: World) => [...clocks.stored.values()];

  it('is recorded, and noted for its owner from the morning on which their work next begins', async () => {
    const here = owned();
    await followPassage(warned, here);
    expect(passages(here)).toEqual([
      { at: later(1), checkpoint: 'start', reason: 'warned', rules: ['brief.incomplete'], movedBy: CTO },
    ]);
    const issueId = here.jira.items.get('EXP-1')?.issueId;
    expect(notices(here)).toEqual([
      {
        key: `${issueId}:warned:start.${later(1)}:${COO}`,
        accountId: COO,
        issueId,
        issueKey: 'EXP-1',
        step: `warned:start.${later(1)}`,
        audience: 'dri',
        how: 'mail',
        state: 'waiting',
        sendAfter: '2026-11-24T09:00:00.000Z',
      },
    ]);
    expect(here.jira.comments).toEqual([]);
  });

  it('waits for the morning where its owner lives', async () => {
    const zone = 'Asia/Tokyo';
    const here = owned(TOKYO, [nominated(TOKYO, { zone }), accepted(TOKYO, { zone })]);
    await followPassage(warned, here);
    expect(notices(here).map(({ sendAfter }) => sendAfter)).toEqual(['2026-11-24T00:00:00.000Z']);
  });

  it('is told its owner who made it as well: the move itself showed no words', async () => {
    const here = owned(COO, owner(COO), COO);
    await followPassage(warned, here);
    expect(notices(here)).toHaveLength(1);
  });

  it.each([
    ['nobody', []],
    ['somebody who was only nominated', [nominated(COO)]],
    ['somebody who accepted after it', [nominated(COO), accepted(COO, { at: later(2) })]],
  ])('is recorded and noted for nobody where it is owned by %s', async (_, history) => {
    const here = owned(COO, history);
    await followPassage(warned, here);
    expect([passages(here)?.length, notices(here)]).toEqual([1, []]);
  });

  it.each(['observe', 'coach', 'unchecked', 'waived'] as const)(
    'is not what %s is: that is noted for nobody',
    async (reason) => {
      const here = owned();
      await followPassage({ ...warned, reason }, here);
      expect([passages(here)?.length, notices(here)]).toEqual([1, []]);
    },
  );

  it('is noted once, however often and at how many places at once it is delivered', async () => {
    const here = owned();
    await followPassage(warned, here);
    await Promise.all([followPassage(warned, here), followPassage(warned, here)]);
    expect([passages(here)?.length, notices(here).length]).toEqual([1, 1]);
    const racing = owned();
    await Promise.all([followPassage(warned, racing), followPassage(warned, racing)]);
    expect([passages(racing)?.length, notices(racing).length]).toEqual([1, 1]);
  });

  it('is not told anew by a delivery that comes after it was told', async () => {
    const here = owned();
    await followPassage(warned, here);
    for (const notice of notices(here)) here.clocks.stored.set(notice.key, { ...notice, state: 'told' });
    await followPassage(warned, here);
    expect(notices(here).map(({ state }) => state)).toEqual(['told']);
  });

  it('is noted when it is tried again after the note could not be written', async () => {
    const here = owned();
    here.clocks.refusals = 2;
    await expect(followPassage(warned, here)).rejects.toBeInstanceOf(Unavailable);
    expect([passages(here)?.length, notices(here).length]).toEqual([1, 0]);
    await followPassage(warned, here);
    expect([passages(here)?.length, notices(here).length]).toEqual([1, 1]);
  });

  it('that never happened is noted for nobody', async () => {
    const here = owned();
    here.jira.move = null;
    await followPassage(warned, here);
    expect([passages(here), notices(here)]).toEqual([[], []]);
  });
});
