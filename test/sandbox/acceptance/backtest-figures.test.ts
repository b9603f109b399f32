import { join } from 'node:path';
import { output as backtestAnswer } from '../../../src/contract/calls/backtest/run';
import { clientOf } from '../../support/client';
import { forgetSpent } from '../../support/points';
import { useSite } from '../../support/sandbox';
import { readLives, valueAt, type Life, type RawMove } from './raw-past';

jest.setTimeout(300_000);

const folder = process.env['HOLDFAST_DATA'];

if (!folder) {
  // eslint-disable-next-line jest/no-disabled-tests, jest/expect-expect -- exports are not part of the repository
  test.skip('a backtest of a real export: set HOLDFAST_DATA to a folder of exports', () => undefined);
} else {
  describe('a backtest of a real export', () => {
    compare(join(folder, 'duraspace-2015.ndjson.gz'));
  });
}

interface Count {
  [name: string]: number;
}

/** What is compared, in one shape for both sides; times in milliseconds. */
interface Told {
  readonly moved: number;
  readonly moves: Count;
  readonly verdicts: { readonly start: Count; readonly finish: Count };
  readonly rules: Readonly<Record<string, number>>;
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly withGap: { readonly took: readonly number[]; readonly unfinished: number };
  readonly withoutGap: { readonly took: readonly number[]; readonly unfinished: number };
  readonly bulk: { readonly moves: number; readonly blocked: number };
}

function compare(file: string): void {
  const site = useSite({ imports: [file], seed: 'import' });
  const { lives, categories, isInactive } = readLives(file);
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

  function kindOf({ from, to }: RawMove): 'start' | 'finish' | 'reopen' | 'other' {
    const [before, after] = [categories.get(from), categories.get(to)];
    if (after === 'done' && before !== 'done') return 'finish';
    if (before === 'new' && after !== 'new') return 'start';
    return before === 'done' && after !== 'done' ? 'reopen' : 'other';
  }

  const isOpenAt = (life: Life | undefined, at: number): boolean =>
    life !== undefined && life.created <= at && categories.get(valueAt(life.status, at)) !== 'done';

  const ownerUnmet = (owner: string | null): readonly string[] =>
    owner === null ? ['owner.missing'] : isInactive(owner) ? ['owner.inactive'] : [];

  /** Rules unmet at a move, under a policy that holds owner and dependencies at start and finish. */
  const unmetAt = (life: Life, { at }: RawMove): readonly string[] => [
    ...ownerUnmet(valueAt(life.owner, at)),
    ...(life.waits.some(
      ({ other, since, until }) => since <= at && at < until && isOpenAt(lives.get(other), at),
    )
      ? ['dependency.unmapped']
      : []),
  ];

  function reckoned(project: string, from: string, to: string): Told {
    const moves: Count = { start: 0, finish: 0, reopen: 0, other: 0 };
    const verdicts = { start: { pass: 0, warn: 0, block: 0 }, finish: { pass: 0, warn: 0, block: 0 } };
    const rules: Count = {};
    const examples: Record<string, { key: string; at: number }[]> = {};
    const withGap = { took: [] as number[], unfinished: 0 };
    const withoutGap = { took: [] as number[], unfinished: 0 };
    const minutes = new Map<string, { moves: number; blocked: number }>();
    let moved = 0;
    for (const life of lives.values()) {
      if (life.project !== project) continue;
      const inPeriod = life.moves.filter(({ at }) => from <= day(at) && day(at) <= to);
      if (inPeriod.length > 0) moved += 1;
      let started = false;
      for (const move of inPeriod) {
        const kind = kindOf(move);
        moves[kind] = (moves[kind] ?? 0) + 1;
        if (kind === 'reopen' || kind === 'other') continue;
        const unmet = unmetAt(life, move);
        verdicts[kind][unmet.length > 0 ? 'block' : 'pass'] += 1;
        for (const rule of unmet) {
          const name = `${rule} ${kind}`;
          rules[name] = (rules[name] ?? 0) + 1;
          (examples[name] ??= []).push({ key: life.key, at: move.at });
        }
        const minute = `${Math.floor(move.at / 60_000)} ${move.by}`;
        const batch = minutes.get(minute) ?? { moves: 0, blocked: 0 };
        minutes.set(minute, {
          moves: batch.moves + 1,
          blocked: batch.blocked + (unmet.length > 0 ? 1 : 0),
        });
        if (kind === 'start' && !started) {
          started = true;
          const end = life.moves
            .slice(life.moves.indexOf(move) + 1)
            .find((later) => kindOf(later) === 'finish');
          const group = unmet.length > 0 ? withGap : withoutGap;
          if (end) group.took.push(end.at - move.at);
          else group.unfinished += 1;
        }
      }
    }
    const bulk = [...minutes.values()].filter((batch) => batch.moves >= 10);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
    return {
      moved,
      moves,
      verdicts,
      rules,
      examples: Object.fromEntries(
        Object.entries(examples).map(([name, found]) => [
          name,
          found
            .sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1))
            .slice(0, 5)
            .map(({ key }) => key),
        ]),
      ),
      withGap: { ...withGap, took: withGap.took.sort((a, b) => a - b) },
      withoutGap: { ...withoutGap, took: withoutGap.took.sort((a, b) => a - b) },
      bulk: { moves: sum(bulk.map((one) => one.moves)), blocked: sum(bulk.map((one) => one.blocked)) },
    };
  }

  /** Every page, put together by hand: the app's own addition is not what is trusted here. */
  async function told(project: string, from: string, to: string): Promise<Told & { readonly pages: number }> {
    const client = clientOf(site, 'u-lead');
    const context = { projectKey: project };
    const types = [
      ...new Set([...lives.values()].filter((life) => life.project === project).map(({ type }) => type)),
    ];
    const current = await client.invoke('gap-report', 'policy/get', {}, context);
    const policy = {
      ...(current.body as { policy: object }).policy,
      workItemTypes: types,
      ownerSource: { kind: 'assignee' },
    };
    const pages = [];
    for (let cursor: string | undefined; ; cursor = pages.at(-1)?.nextCursor) {
      const payload = { policy, from, to, ...(cursor !== undefined && { cursor }) };
      forgetSpent(site.sandbox);
      const { body } = await client.invoke('gap-report', 'backtest/run', payload, context);
      pages.push(backtestAnswer().parse(body));
      if (pages.at(-1)?.nextCursor === undefined) break;
    }
    const total: Told & { moved: number } = {
      moved: 0,
      moves: { start: 0, finish: 0, reopen: 0, other: 0 },
      verdicts: { start: { pass: 0, warn: 0, block: 0 }, finish: { pass: 0, warn: 0, block: 0 } },
      rules: {},
      examples: {},
      withGap: { took: [], unfinished: 0 },
      withoutGap: { took: [], unfinished: 0 },
      bulk: { moves: 0, blocked: 0 },
    };
    const add = (to: Count, more: Count): void => {
      for (const [name, count] of Object.entries(more)) to[name] = (to[name] ?? 0) + count;
    };
    const rules: Count = {};
    const examples: Record<string, { issueKey: string; at: string }[]> = {};
    const batches: Record<string, { moves: number; blocked: number }> = {};
    let [withGap, withoutGap] = [total.withGap, total.withoutGap];
    for (const { figures } of pages) {
      total.moved += figures.moved;
      add(total.moves, figures.moves);
      add(total.verdicts.start, figures.verdicts.start);
      add(total.verdicts.finish, figures.verdicts.finish);
      for (const { rule, checkpoint, blocked, examples: few } of figures.rules) {
        const name = `${rule} ${checkpoint}`;
        add(rules, { [name]: blocked });
        (examples[name] ??= []).push(...few);
      }
      for (const { name, ...batch } of figures.batches) {
        const sum = (batches[name] ??= { moves: 0, blocked: 0 });
        sum.moves += batch.moves;
        sum.blocked += batch.blocked;
      }
      const grown = (a: Told['withGap'], b: Told['withGap']) => ({
        took: [...a.took, ...b.took].sort((one, other) => one - other),
        unfinished: a.unfinished + b.unfinished,
      });
      [withGap, withoutGap] = [grown(withGap, figures.withGap), grown(withoutGap, figures.withoutGap)];
    }
    const bulk = { moves: 0, blocked: 0 };
    for (const batch of Object.values(batches)) if (batch.moves >= 10) add(bulk, { ...batch });
    return {
      ...total,
      rules,
      examples: Object.fromEntries(
        Object.entries(examples).map(([name, found]) => [
          name,
          found
            .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.issueKey < b.issueKey ? -1 : 1))
            .slice(0, 5)
            .map(({ issueKey }) => issueKey),
        ]),
      ),
      withGap,
      withoutGap,
      bulk,
      pages: pages.length,
    };
  }

  test.each([
    ['FCREPO', '2005-01-01', '2015-12-31'],
    ['FCREPO', '2014-01-01', '2014-06-30'],
    ['ISLANDORA', '2005-01-01', '2015-12-31'],
    ['DURACLOUD', '2005-01-01', '2015-12-31'],
    ['DURACLOUD', '2014-05-16', '2014-05-16'],
  ])('%s from %s to %s agrees with the raw file, move by move', async (project, from, to) => {
    const { pages, ...figures } = await told(project, from, to);
    const wanted = reckoned(project, from, to);
    process.stderr.write(
      `${project} ${from}..${to}, ${pages} pages: ${JSON.stringify({ ...wanted, examples: undefined, withGap: wanted.withGap.took.length, withoutGap: wanted.withoutGap.took.length })}\n`,
    );
    expect({ ...figures, withGap: 0, withoutGap: 0 }).toEqual({ ...wanted, withGap: 0, withoutGap: 0 });
    expect(figures).toEqual(wanted);
  });

  test('equal does not mean empty: there are gaps of both kinds, reopenings and bulk edits', () => {
    const all = ['FCREPO', 'ISLANDORA', 'DURACLOUD'].map((project) =>
      reckoned(project, '2005-01-01', '2015-12-31'),
    );
    const sum = (of: (one: Told) => number | undefined): number =>
      all.reduce((total, one) => total + (of(one) ?? 0), 0);
    expect(sum(({ rules }) => rules['owner.missing start'])).toBeGreaterThan(0);
    expect(sum(({ rules }) => rules['owner.missing finish'])).toBeGreaterThan(300);
    expect(sum(({ rules }) => rules['owner.inactive start'])).toBeGreaterThan(5);
    expect(sum(({ rules }) => rules['dependency.unmapped finish'])).toBeGreaterThan(5);
    expect(sum(({ moves }) => moves['reopen'])).toBeGreaterThan(50);
    expect(sum(({ bulk }) => bulk.moves)).toBeGreaterThan(20);
    expect(sum(({ withoutGap }) => withoutGap.took.length)).toBeGreaterThan(100);
  });
}
