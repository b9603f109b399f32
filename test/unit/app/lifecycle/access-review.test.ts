import type { AccessReviewJob } from '../../../../src/app/jobs/lifecycle/access-review';
import { followReview, recordSight } from '../../../../src/app/lifecycle/access-review';
import { Refused, Unavailable } from '../../../../src/platform/unavailable';
import type { Sight } from '../../../../src/domain/access/sight';
import { NOW } from '../../../support/charter-spec';
import { asked, nominated, owner } from '../../../support/events';
import { MemoryMessages } from '../../../support/memory-clocks';
import { world } from '../../../support/memory-ports';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';
import { quietly } from '../../../support/quiet';

const DAY_MS = 24 * 3_600_000;

/** A site on which u-coo owns so many items, and Jira's answers about who sees them. */
function site(items: number, accountId = COO) {
  const log = quietly();
  const here = world();
  const messages = new MemoryMessages();
  let day = 0;
  const clock = { now: () => new Date(Date.parse(NOW) + day * DAY_MS).toISOString() };
  const idOf = (at: number): string => String(10_000 + at);
  const show = (issueKey: string, issueId: string): void => {
    messages.known.set(issueId, { issueId, issueKey, summary: issueKey, category: 'new' });
  };
  const put = (at: number, to = accountId): void => {
    here.charters.put(`EXP-${at}`, owner(to), idOf(at));
    show(`EXP-${at}`, idOf(at));
  };
  for (let at = 1; at <= items; at += 1) put(at);
  const ports = { ...here, messages, clock };

  /** One run of the review with all that it queues; every event comes twice. */
  async function review(): Promise<void> {
    const done: unknown[] = [];
    let pending: readonly AccessReviewJob[] = [{ kind: 'access-review' }];
    for (; pending.length > 0;) {
      const [job, ...rest] = pending;
      if (!job) break;
      const before = here.followUps.pushed.length;
      await followReview(job, ports);
      const first = here.followUps.pushed.slice(before).flatMap(({ followUps }) => followUps);
      if (job.before) {
        await followReview(job, ports);
        expect(here.followUps.pushed.slice(before).flatMap(({ followUps }) => followUps)).toEqual([
          ...first,
          ...first,
        ]);
      }
      for (const one of first) if (one.kind === 'access-change') await recordSight(one, ports);
      done.push(...first);
      pending = [...rest, ...first.filter((one) => one.kind === 'access-review')];
    }
  }

  return {
    ...here,
    messages,
    ports,
    log,
    put,
    review,
    see: (sight: Sight, ...ats: readonly number[]) =>
      ats.forEach((at) => messages.sight.set(idOf(at), sight)),
    hide: (at: number) => messages.known.delete(idOf(at)),
    tomorrow: () => {
      day += 1;
    },
    lost: () =>
      [...here.charters.stored].flatMap(([key, { charter }]) =>
        charter.dri?.lostAccessAt === undefined ? [] : [key],
      ),
  };
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('an owner', () => {
  it('lost an item that is proven hidden on two days, and has it back as soon as they are seen again', async () => {
    const here = site(3);
    here.see('visible', 1, 2);
    here.see('hidden', 3);
    await here.review();
    await here.review();
    expect(here.lost()).toEqual([]);
    here.tomorrow();
    await here.review();
    expect(here.lost()).toEqual(['EXP-3']);
    await here.review();
    here.tomorrow();
    await here.review();
    const { history } = await here.charters.readCharter('EXP-3');
    expect(history.filter(({ type }) => type === 'dri-access-changed')).toHaveLength(1);
    expect(here.followUps.jobs.filter(({ kind }) => kind === 'write-fields')).toHaveLength(1);

    here.see('visible', 3);
    await here.review();
    expect(here.lost()).toEqual([]);
  });

  it('lost nothing by two looks that are more than a day apart, or by one in between that saw them', async () => {
    const here = site(2);
    here.see('visible', 1);
    here.see('hidden', 2);
    await here.review();
    here.tomorrow();
    here.see('visible', 2);
    await here.review();
    here.tomorrow();
    here.see('hidden', 2);
    await here.review();
    expect(here.lost()).toEqual([]);
  });

  it('lost nothing by what proves nothing, however many days it lasts', async () => {
    const here = site(3);
    for (const _day of range(1, 5)) {
      await here.review();
      here.tomorrow();
    }
    expect(here.charters.calls['write']).toBeUndefined();
    expect(here.claims.taken.size).toBeGreaterThan(0);
    expect([...here.claims.taken.keys()].filter((key) => key.startsWith('hidden:'))).toEqual([]);
  });

  it('lost nothing where the item is gone, or out of the app’s own sight', async () => {
    const here = site(2);
    here.see('visible', 1);
    here.see('hidden', 2);
    here.hide(2);
    await here.review();
    here.tomorrow();
    await here.review();
    expect(here.lost()).toEqual([]);
  });

  it('keeps what was written of them while nothing is proven', async () => {
    const here = site(2);
    here.see('visible', 1);
    here.see('hidden', 2);
    await here.review();
    here.tomorrow();
    await here.review();
    here.messages.sight.clear();
    await here.review();
    expect(here.lost()).toEqual(['EXP-2']);
  });

  it('is asked about once a run, with everything on their list, whoever owns it', async () => {
    const here = site(25);
    here.charters.put('EXP-90', [...owner(OPS), asked('A1', { providerAccountId: COO })], '10090');
    await here.review();
    expect(here.messages.asked.map(({ accountId, items }) => [accountId, items.length])).toEqual(
      expect.arrayContaining([
        [COO, 26],
        [OPS, 1],
      ]),
    );
    expect(new Set(here.messages.asked.map(({ accountId }) => accountId))).toEqual(new Set([COO, OPS]));
  });

  it('is worth a call of its own for what they lost, and for nothing else', async () => {
    const here = site(2);
    here.see('visible', 1);
    here.see('hidden', 2);
    await here.review();
    here.tomorrow();
    await here.review();
    await here.review();
    expect(here.messages.asked.map(({ worthACall }) => [...(worthACall ?? ['all'])])).toEqual([
      ...here.messages.asked.slice(0, -1).map(() => []),
      ['10002'],
    ]);
  });
});

describe('the brake', () => {
  it('lets through as many as one run may declare', async () => {
    const here = site(40);
    here.see('visible', ...range(6, 40));
    here.see('hidden', ...range(1, 5));
    await here.review();
    here.tomorrow();
    await here.review();
    expect(here.lost()).toHaveLength(5);
    expect(here.log.lines()).toEqual([]);
  });

  it('writes nothing at all where it is one more, and says so', async () => {
    const here = site(40);
    here.see('visible', ...range(7, 40));
    here.see('hidden', ...range(1, 6));
    await here.review();
    here.tomorrow();
    await here.review();
    expect(here.lost()).toEqual([]);
    expect([...new Set(here.log.lines())]).toEqual([
      'No owner was declared to have lost sight of their work item (Error: more than 5 of 40 at once)',
    ]);
  });

  it('counts over all pages and people of a run', async () => {
    const here = site(20);
    range(21, 40).forEach((at) => here.put(at, OPS));
    here.see('visible', ...range(1, 40));
    here.see('hidden', 1, 2, 3, 21, 22, 23);
    await here.review();
    here.tomorrow();
    await here.review();
    expect(here.lost()).toEqual([]);
    expect(new Set(here.log.lines()).size).toBe(1);
  });

  it('holds nobody back who has an item again', async () => {
    const here = site(40);
    here.see('visible', ...range(6, 40));
    here.see('hidden', ...range(1, 5));
    await here.review();
    here.tomorrow();
    await here.review();
    here.see('visible', ...range(1, 5));
    here.see('hidden', ...range(10, 30));
    await here.review();
    here.tomorrow();
    await here.review();
    expect(here.lost()).toEqual([]);
  });
});

it('asks about nobody who has not accepted, nor about what was deleted', async () => {
  for (const history of [
    [nominated(CTO)],
    [...owner(CTO), { type: 'item-deleted', at: NOW, by: 'holdfast' } as const],
  ]) {
    const here = world(...history);
    const messages = new MemoryMessages();
    await followReview({ kind: 'access-review' }, { ...here, messages });
    expect(messages.asked).toEqual([]);
  }
});

it('tries again where Jira does not answer, and stops where it refuses the items', async () => {
  const here = site(2);
  here.see('visible', 1);
  here.see('hidden', 2);
  here.messages.refusesItems = true;
  await expect(here.review()).rejects.toThrow(Refused);
  here.messages.sights = () => Promise.reject(new Unavailable('jira', 'down'));
  await expect(here.review()).rejects.toThrow(Unavailable);
  expect(here.charters.calls['write']).toBeUndefined();
});

it('writes nothing of somebody who answers for the item no more, or of an item without a charter', async () => {
  const here = site(1);
  const job = { kind: 'access-change', sees: false } as const;
  await recordSight({ ...job, issueKey: 'EXP-1', accountId: PLATFORM }, here.ports);
  await recordSight({ ...job, issueKey: 'EXP-9', accountId: COO }, here.ports);
  expect([here.lost(), here.followUps.jobs]).toEqual([[], []]);
});
