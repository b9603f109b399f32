import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PortfolioAnswer } from '../../../src/contract/portfolio';
import { joined, type PortfolioPart } from '../../../src/domain/report/portfolio/part';
import { clientOf, type Client } from '../../support/client';
import { enforce } from '../../support/enforced';
import { forgetSpent } from '../../support/points';
import { useSite } from '../../support/sandbox';
import { readExport, waitsFor, type RawItem } from './raw-export';

jest.setTimeout(300_000);

const folder = process.env['HOLDFAST_DATA'];
const files = folder
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.ndjson.gz'))
      .map((name) => join(folder, name))
  : [];

interface ReportItem {
  readonly issueKey: string;
  readonly test: Readonly<Record<'owner' | 'authority' | 'dependencies', string>>;
  readonly gate: {
    readonly verdict: string;
    readonly findings: readonly {
      readonly rule: string;
      readonly finding: { readonly issueKey?: string; readonly accountId?: string };
    }[];
  };
}

interface ReportPage {
  readonly ok: true;
  readonly items: readonly ReportItem[];
  readonly nextCursor?: string;
  readonly approximateTotal?: number;
}

interface HandoffLine {
  readonly issueKey: string;
  readonly requester: object;
  readonly provider: { readonly projectKey: string };
  readonly state: string;
  readonly providerIssueKey: string;
}

interface HandoffsPage {
  readonly ok: true;
  readonly handoffs: { readonly lines: readonly HandoffLine[] };
  readonly nextCursor?: string;
}

if (files.length === 0) {
  // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect -- exports are not part of the repository
  test.skip('figures of real exports: set HOLDFAST_DATA to a folder of exports', () => undefined);
} else {
  describe('real exports', () => {
    compareFigures();
  });
}

function compareFigures(): void {
  const site = useSite({ imports: files, seed: 'import' });
  const raw = files.flatMap(readExport);
  const byKey = new Map(raw.map((item) => [item.key, item]));
  const projects = [...new Set(raw.map(({ project }) => project))].sort();
  const open = (project: string): readonly RawItem[] =>
    raw.filter((item) => item.project === project && item.category !== 'done');
  const as = (accountId: string): Client => clientOf(site, accountId);

  /** Every page of a project's report, as its viewer turns them. */
  async function report(projectKey: string, scope: 'policy' | 'all'): Promise<readonly ReportPage[]> {
    const pages: ReportPage[] = [];
    for (let cursor: string | undefined; ; cursor = pages.at(-1)?.nextCursor) {
      const payload = { filter: { scope }, ...(cursor !== undefined && { cursor }) };
      forgetSpent(site.sandbox);
      const { body } = await as('u-lead').invoke('gap-report', 'report/page', payload, { projectKey });
      if ((body as { ok: boolean }).ok !== true) throw new Error(JSON.stringify(body));
      pages.push(body as ReportPage);
      if (pages.at(-1)?.nextCursor === undefined) return pages;
    }
  }
  /** Every page of a project's handoffs, put together. */
  async function handoffLines(projectKey: string, scope: 'policy' | 'all'): Promise<readonly HandoffLine[]> {
    const lines: HandoffLine[] = [];
    for (let cursor: string | undefined; ;) {
      const payload = { scope, ...(cursor !== undefined && { cursor }) };
      forgetSpent(site.sandbox);
      const { body } = await as('u-lead').invoke('gap-report', 'report/handoffs', payload, { projectKey });
      const page = body as HandoffsPage;
      if (page.ok !== true) throw new Error(JSON.stringify(body));
      lines.push(...page.handoffs.lines);
      cursor = page.nextCursor;
      if (cursor === undefined) return lines;
    }
  }
  const itemsOf = async (projectKey: string, scope: 'policy' | 'all'): Promise<readonly ReportItem[]> =>
    (await report(projectKey, scope)).flatMap(({ items }) => items);

  /** The portfolio of all projects, a line each, as a browser puts it together. */
  async function portfolio(): Promise<ReadonlyMap<string, PortfolioPart>> {
    const parts = new Map<string, PortfolioPart[]>();
    for (let cursor: string | undefined; ;) {
      forgetSpent(site.sandbox);
      const payload = cursor === undefined ? {} : { cursor };
      const { body } = await as('u-lead').invoke('my-commitments', 'portfolio/page', payload, {});
      const page = body as PortfolioAnswer;
      if (page.ok !== true) throw new Error(JSON.stringify(body));
      for (const { projectKey } of page.projects) parts.set(projectKey, []);
      for (const { projectKey, ...part } of page.parts) parts.get(projectKey)?.push(part);
      cursor = page.nextCursor;
      if (cursor === undefined) break;
    }
    return new Map([...parts].map(([key, some]) => [key, joined(some)]));
  }

  const rulesOf = (item: ReportItem, rule: string) => item.gate.findings.filter((one) => one.rule === rule);

  /** Puts every type of a project under its policy, with the owner read from the assignee. */
  async function widen(projectKey: string): Promise<void> {
    const context = { projectKey };
    const { body } = await as('u-admin').invoke('project-policy', 'policy/get', {}, context);
    const types = [...new Set(raw.filter(({ project }) => project === projectKey).map(({ type }) => type))];
    const policy = {
      ...(body as { policy: object }).policy,
      workItemTypes: types,
      ownerSource: { kind: 'assignee' },
    };
    const saved = await as('u-admin').invoke('project-policy', 'policy/save', { policy }, context);
    if ((saved.body as { ok: boolean }).ok !== true) throw new Error(JSON.stringify(saved.body));
    await enforce(site, projectKey);
  }

  test('the exports hold what these figures need, so that equal does not mean empty', () => {
    expect(raw.length).toBeGreaterThan(6000);
    expect(
      raw.filter((item) => item.category !== 'done' && waitsFor(item, byKey).length > 0).length,
    ).toBeGreaterThan(20);
    expect(
      raw.filter(({ assignee, category }) => category !== 'done' && assignee?.active === false).length,
    ).toBeGreaterThan(0);
  });

  test('the clock stands at the last update of any issue', async () => {
    const { body } = await as('u-lead').get('/sandbox/state');
    const { clock } = body as { clock: { now: string } };
    expect(clock.now).toBe(new Date(Math.max(...raw.map(({ updated }) => updated))).toISOString());
  });

  test('every project of the files is there', async () => {
    const { body } = await as('u-lead').get('/sandbox/state');
    const keys = (body as { projects: { key: string }[] }).projects.map(({ key }) => key).sort();
    expect(keys).toEqual(projects);
  });

  test.each(projects)(
    '%s: all open items, then epics alone, page by page without repeat or gap',
    async (project) => {
      for (const scope of ['all', 'policy'] as const) {
        const wanted = open(project).filter(({ type }) => scope === 'all' || type === 'Epic');
        const pages = await report(project, scope);
        const keys = pages.flatMap(({ items }) => items.map(({ issueKey }) => issueKey));
        expect([...keys].sort()).toEqual(wanted.map(({ key }) => key).sort());
        expect(pages.length).toBe(Math.max(1, Math.ceil(wanted.length / 100)));
        expect(pages[0]?.approximateTotal).toBe(wanted.length);
      }
    },
  );

  test.each(projects)(
    '%s: the matrix counts every open link that nobody promised anything for',
    async (project) => {
      for (const scope of ['all', 'policy'] as const) {
        const lines = await handoffLines(project, scope);
        const wanted = open(project)
          .filter(({ type }) => scope === 'all' || type === 'Epic')
          .flatMap((item) => waitsFor(item, byKey).map((other) => `${item.key} waits for ${other}`));
        expect(
          lines.map(({ issueKey, providerIssueKey }) => `${issueKey} waits for ${providerIssueKey}`).sort(),
        ).toEqual([...wanted].sort());
        for (const { requester, provider, state, providerIssueKey } of lines) {
          expect([requester, provider, state]).toEqual([
            { projectKey: project },
            { projectKey: providerIssueKey.replace(/-\d+$/, '') },
            'no-agreement',
          ]);
        }
      }
    },
  );

  describe('with every type under the policy and the assignee as owner', () => {
    beforeAll(async () => {
      for (const project of projects) await widen(project);
    });

    test.each(projects)('%s: dependencies nobody promised, item by item', async (project) => {
      const items = await itemsOf(project, 'policy');
      const seen = items.map((item) => [
        item.issueKey,
        rulesOf(item, 'dependency.unmapped')
          .map(({ finding }) => finding.issueKey)
          .sort(),
      ]);
      const wanted = open(project).map((item) => [item.key, waitsFor(item, byKey)]);
      expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(wanted));
    });

    test.each(projects)('%s: who the assignee makes the owner', async (project) => {
      const items = await itemsOf(project, 'policy');
      const seen = items.map((item) => {
        const [finding, ...more] = item.gate.findings.filter(({ rule }) => rule.startsWith('owner.'));
        expect(more).toEqual([]);
        return [item.issueKey, finding?.rule, finding?.finding.accountId];
      });
      const wanted = open(project).map(({ key, assignee }) =>
        assignee === null
          ? [key, 'owner.missing', undefined]
          : [key, assignee.active ? 'owner.not-accepted' : 'owner.inactive', assignee.accountId],
      );
      expect([...seen].sort()).toEqual([...wanted].sort());
    });

    test.each(projects)('%s: nobody accepted anything then, so no light says yes', async (project) => {
      const items = await itemsOf(project, 'policy');
      const no = { owner: 'no', authority: 'no', dependencies: 'no' };
      expect(items.map(({ test: lights }) => lights)).toEqual(open(project).map(() => no));
      expect(items.every(({ gate }) => gate.verdict === 'block')).toBe(true);
    });

    test('once an owner accepts and declares none, the lights follow Jira’s links', async () => {
      // Unassigned, so that the nominee is the one owner; half of them wait for something, half for nothing.
      const free = raw.filter(({ category, assignee }) => category !== 'done' && assignee === null);
      const waiting = free.filter((item) => waitsFor(item, byKey).length > 0).slice(0, 12);
      const idle = free.filter((item) => waitsFor(item, byKey).length === 0).slice(0, 12);
      for (const { key } of [...waiting, ...idle]) {
        await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
        await as('u-coo').done(key, 'dri/accept');
        await as('u-coo').done(key, 'dependencies/declare-none');
      }
      const touched = new Map([...waiting, ...idle].map((item) => [item.key, item]));
      const items: ReportItem[] = [];
      // One after another: what was asked of Jira is forgotten between pages, and not under a page that counts it.
      for (const project of projects) items.push(...(await itemsOf(project, 'policy')));
      for (const { issueKey, test: lights, gate } of items) {
        const item = touched.get(issueKey);
        const clear = item !== undefined && waitsFor(item, byKey).length === 0;
        expect([issueKey, lights, gate.verdict]).toEqual([
          issueKey,
          { owner: item ? 'yes' : 'no', authority: 'no', dependencies: clear ? 'yes' : 'no' },
          clear ? 'pass' : 'block',
        ]);
      }
      expect([waiting.length, idle.length]).toEqual([12, 12]);
    });

    test('the portfolio counts every project’s items, promises and those that pass, as they follow from the files', async () => {
      const passing = new Map<string, number>();
      const promised = new Map<string, number>();
      const count = (of: Map<string, number>, key: string) => of.set(key, (of.get(key) ?? 0) + 1);
      const free = raw.filter((item) => item.category !== 'done' && item.assignee === null);
      const idle = free.filter((item) => waitsFor(item, byKey).length === 0).slice(20, 44);
      const now = Math.max(...raw.map(({ updated }) => updated));
      const neededBy = new Date(now + 30 * 24 * 3_600_000).toISOString().slice(0, 10);
      for (const [index, { key, project }] of idle.entries()) {
        await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
        await as('u-coo').done(key, 'dri/accept');
        await as('u-cto').done(key, 'authority/grant', { decisions: 'Scope and order' });
        if (index % 2 === 0) {
          await as('u-coo').done(key, 'dependencies/declare-none');
          count(passing, project);
        } else {
          const promise = { providerAccountId: 'u-cto', deliverable: 'A thing', acceptance: 'It is there' };
          await as('u-coo').done(key, 'agreement/request', { ...promise, neededBy });
          count(promised, project);
        }
      }
      const lines = await portfolio();
      expect(lines.size).toBe(projects.length);
      for (const [key, { figures, worst }] of lines) {
        const items = open(key).length;
        expect({ key, ...figures }).toMatchObject({
          key,
          items,
          passing: passing.get(key) ?? 0,
          promises: promised.get(key) ?? 0,
          notKnown: 0,
          overdue: 0,
          offTrack: 0,
        });
        const reported = await itemsOf(key, 'policy');
        const atRisk = reported.filter(({ test: lights }) => Object.values(lights).includes('no'));
        expect([key, worst !== null]).toEqual([key, atRisk.length > 0]);
        expect(atRisk.length).toBe(items - (passing.get(key) ?? 0));
      }
      expect([...passing.values()].reduce((sum, n) => sum + n, 0)).toBe(12);
    });
  });
}
