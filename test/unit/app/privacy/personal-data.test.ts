import { MemoryAudit } from '../../../support/memory-administration';
import fc from 'fast-check';
import {
  accountsIn,
  collectAccounts,
  eraseAccounts,
  reportAccounts,
} from '../../../../src/app/privacy/personal-data';
import type { FollowUp } from '../../../../src/app/jobs/ports';
import type { PersonalData, StoredPiece } from '../../../../src/app/privacy/ports';
import { evaluate } from '../../../../src/domain/gate/evaluate';
import { replay } from '../../../../src/domain/charter/evolve';
import { mentions, replaceIds } from '../../../../src/platform/storage/replace-ids';
import { attempts, historyOf, play } from '../../../support/attempts';
import { NOW } from '../../../support/charter-spec';
import { acknowledged, asked, owner } from '../../../support/events';
import { MemoryQueue, world } from '../../../support/memory-ports';
import { subjectWith } from '../../../support/subject';
import { call, from } from '../../../support/calling';
import { COO, CTO, OPS, people, PLATFORM } from '../../../support/people';

/** Storage as a list of records, a few to a page. */
class Records implements PersonalData {
  readonly remembered = new Map<string, string>();
  constructor(
    public pieces: StoredPiece[],
    private readonly pageSize = 2,
  ) {}
  async page(cursor = '0') {
    const end = Number(cursor) + this.pageSize;
    return {
      pieces: this.pieces.slice(Number(cursor), end),
      ...(end < this.pieces.length && { next: String(end) }),
    };
  }
  async replace(names: Readonly<Record<string, string>>, cursor = '0') {
    const end = Number(cursor) + this.pageSize;
    this.pieces = this.pieces.map((piece, at) =>
      at >= Number(cursor) && at < end ? replaceIds(piece, names) : piece,
    );
    return end < this.pieces.length ? { next: String(end) } : {};
  }
  async pseudonym(accountId: string) {
    const name = this.remembered.get(accountId) ?? `erased-${this.remembered.size + 1}`;
    this.remembered.set(accountId, name);
    return name;
  }
  async forget(accountIds: readonly string[]) {
    for (const accountId of accountIds) this.remembered.delete(accountId);
  }
}

/** Runs a cycle to its end; every event may come twice. */
async function cycle(personalData: Records, closedAccounts: readonly string[], times = 1) {
  const reports: Record<string, string>[] = [];
  const accounts = {
    closed: async (reported: Readonly<Record<string, string>>) => {
      reports.push({ ...reported });
      return closedAccounts.filter((accountId) => Object.hasOwn(reported, accountId));
    },
  };
  const queue: FollowUp[] = [{ kind: 'gdpr-collect', accounts: {} }];
  for (let job = queue.shift(); job; job = queue.shift()) {
    for (let time = 0; time < times; time += 1) {
      const followUps = new MemoryQueue();
      const clock = { now: () => NOW };
      const ports = { personalData, accounts, followUps, audit: new MemoryAudit(), clock };
      if (job.kind === 'gdpr-collect') await collectAccounts(job, ports);
      if (job.kind === 'gdpr-report') await reportAccounts(job, ports);
      if (job.kind === 'gdpr-erase') await eraseAccounts(job, ports);
      if (time === 0) queue.push(...followUps.jobs);
    }
  }
  return reports;
}

const history = [...owner(COO), asked('A1'), acknowledged('A1')];
const lived = (at: string): StoredPiece => ({ at, charter: replay(history), events: history });

describe('the cycle for personal data', () => {
  it('reports every account once, with the time of its oldest record', async () => {
    const records = new Records([
      lived('2026-11-20T08:00:00.000Z'),
      { at: '2026-11-01T08:00:00.000Z', events: owner(COO) },
      { at: '2026-11-02T08:00:00.000Z', people: [OPS] },
    ]);
    const [report, ...more] = await cycle(records, []);
    expect(more).toEqual([]);
    expect(report).toMatchObject({
      [COO]: '2026-11-01T08:00:00.000Z',
      [OPS]: '2026-11-02T08:00:00.000Z',
      [PLATFORM]: '2026-11-20T08:00:00.000Z',
    });
  });

  it('reports ninety accounts at once at most', async () => {
    const crowd = Array.from({ length: 2_000 }, (_, n) => `account-${n}`);
    const pieces = Array.from({ length: 40 }, (_, n) => ({
      at: NOW,
      people: crowd.slice(n * 50, n * 50 + 50),
    }));
    const reports = await cycle(new Records(pieces), []);
    expect(Math.max(...reports.map((report) => Object.keys(report).length))).toBeLessThanOrEqual(90);
    expect(new Set(reports.flatMap(Object.keys)).size).toBe(2_000);
  });

  it.each([1, 2])(
    'puts one pseudonym in the place of a closed account, everywhere (events %i times)',
    async (times) => {
      const records = new Records([lived(NOW), { at: NOW, people: [CTO] }, lived(NOW), lived(NOW)]);
      await cycle(records, [PLATFORM], times);
      expect(JSON.stringify(records.pieces)).not.toContain(PLATFORM);
      for (const { charter } of records.pieces.filter((piece) => piece.charter)) {
        expect(charter?.agreements[0]).toMatchObject({
          status: 'acknowledged',
          providerAccountId: 'erased-1',
        });
      }
      expect(records.pieces[1]).toEqual({ at: NOW, people: [CTO] });
    },
  );

  it('does not remember whose the pseudonym was', async () => {
    const records = new Records([lived(NOW)]);
    await cycle(records, [PLATFORM]);
    expect(records.remembered.size).toBe(0);
  });

  it('does not report pseudonyms, nor itself', async () => {
    const records = new Records([lived(NOW)]);
    await cycle(records, [PLATFORM]);
    const [report] = await cycle(records, []);
    expect(Object.keys(report ?? {}).sort()).toEqual(
      [COO, CTO].filter((one) => JSON.stringify(history).includes(one)).sort(),
    );
  });

  it('finds everyone a charter or its history names', () => {
    const everyone = [...Object.keys(people), 'u-nobody'];
    fc.assert(
      fc.property(attempts, (all) => {
        const events = historyOf(play(all));
        const piece = { at: NOW, charter: replay(events), events };
        const named = everyone.filter((accountId) => mentions(piece, { [accountId]: '' }));
        expect([...new Set(accountsIn(piece))].sort()).toEqual(named.sort());
      }),
      { numRuns: 300 },
    );
  });
});

describe('a charter whose people were erased', () => {
  const erased = (...ids: readonly string[]) =>
    replaceIds(history, Object.fromEntries(ids.map((id, n) => [id, `erased-${n + 1}`])));

  it('lives on: replaying its erased history gives its erased charter', () => {
    expect(replay(erased(PLATFORM, COO))).toEqual(
      replaceIds(replay(history), { [PLATFORM]: 'erased-1', [COO]: 'erased-2' }),
    );
  });

  it('asks for another owner and another provider, as when they had left', () => {
    const subject = subjectWith({ charter: replay(erased(PLATFORM, COO)) });
    const rules = evaluate(subject, 'start', NOW).findings.map(({ rule }) => rule);
    expect(rules).toContain('owner.inactive');
    expect(rules).toContain('agreement.provider-inactive');
  });

  it('speaks of a former colleague, and lets somebody else take over', async () => {
    const w = world(...erased(PLATFORM, COO));
    const answer = await call(w, 'charter/get', {}, from(CTO));
    expect(answer).toMatchObject({
      people: { 'erased-1': { displayName: 'a former colleague', active: false } },
    });
    expect(JSON.stringify(answer)).toMatch(/former colleague/);
    expect(await call(w, 'dri/nominate', { accountId: CTO }, from(CTO))).toMatchObject({ ok: true });
  });
});
