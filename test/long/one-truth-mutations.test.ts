import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { MODES, type Mode } from '../../src/domain/policy/rules';
import { askEverywhere, contradictions, countsOf } from '../support/verdicts/consumers';
import { clientOf } from '../support/client';
import { builtWith } from '../support/mutants';
import { changePolicy } from '../support/rules';
import { newEpic, root, serveSite, type ServedSite } from '../support/sandbox';
import { happen } from '../support/verdicts/world';

/** Every place that shows a verdict: the function it runs in, and the file that reads for it. */
const CONSUMERS = [
  ['transition', 'gate', 'gate/evaluate-transition'],
  ['rule/test', 'resolvers', 'gate/test-rule'],
  ['panel', 'resolvers', 'charter/authorize-item'],
  ['report', 'resolvers', 'report/page'],
  ['preview', 'resolvers', 'policy/preview-policy'],
  ['gadget', 'resolvers', 'report/gadget'],
  ['lozenge', 'lozenge', 'fields/lozenge'],
  ['Gate field', 'jobs', 'fields/compare-fields'],
] as const;

/** Readings that differ from the one of everybody else. */
const MUTANTS = {
  'takes whoever it did not read for active':
    '{ ...subject, people: { of: (accountId) => ({ accountId, kind: "human", active: true, displayName: accountId }) } }',
  'reads no links': '{ ...subject, item: { ...subject.item, blockers: [] } }',
} as const;

const NOBODY = 'nobody';

/** Gives one file a reading of its own; every other file goes on importing the reader it shares. */
const mutant = (consumer: string, change: string): Plugin => ({
  name: 'mutant',
  setup({ onResolve, onLoad, onEnd }) {
    let given = consumer === NOBODY;
    onResolve({ filter: /\/read-subjects?$/ }, ({ path, importer }) => {
      if (!importer.endsWith(`/src/app/${consumer}.ts`)) return undefined;
      given = true;
      return { path: join(root, 'src/app/subject', `${path.split('/').at(-1)}.ts`), namespace: 'mutant' };
    });
    onEnd(() => {
      if (!given) throw new Error(`${consumer} reads no subject: where does this surface read now?`);
    });
    onLoad({ filter: /.*/, namespace: 'mutant' }, ({ path }) => ({
      loader: 'ts',
      resolveDir: root,
      contents: `
        import * as real from ${JSON.stringify(path)};
        export * from ${JSON.stringify(path)};
        const own = (subject) => (${change});
        export const readSubject = async (...args) => {
          const read = await real.readSubject(...args);
          if (read.kind !== 'read') return read;
          const subject = own(read.subject);
          const people = Object.fromEntries(Object.keys(read.people).map((id) => [id, subject.people.of(id)]));
          return { ...read, subject, people };
        };
        export const readSubjects = async (...args) => {
          const read = await real.readSubjects(...args);
          return { ...read, subjects: new Map([...read.subjects].map(([id, one]) => [id, own(one)])) };
        };
      `,
    }));
  },
});

/** EXP-2 rests on a promise of somebody who left; a new epic was in order until something came into its way. */
async function disagreements(site: ServedSite, mode: Mode): Promise<readonly string[]> {
  const admin = clientOf(site, 'u-admin');
  await site.sandbox.reset('demo');
  await changePolicy(site, 'EXP', () => ({ mode }));
  await admin.send('POST', '/sandbox/users/u-platform', { active: false });
  const fresh = newEpic(site.sandbox);
  await clientOf(site, 'u-coo').done(fresh, 'dri/nominate', { accountId: 'u-sales' });
  await clientOf(site, 'u-sales').done(fresh, 'dri/accept');
  await clientOf(site, 'u-sales').done(fresh, 'dependencies/declare-none');
  const linked = await admin.send('POST', '/rest/api/3/issueLink', {
    type: { name: 'Blocks' },
    inwardIssue: { key: 'PLAT-2' },
    outwardIssue: { key: fresh },
  });
  if (linked.status !== 201) throw new Error(`no link: ${linked.status}`);
  await admin.send('POST', '/sandbox/drain', {});
  return told(site, ['EXP-2', fresh]);
}

/** What the surfaces contradict each other in. */
async function told(site: ServedSite, issueKeys: readonly string[]): Promise<readonly string[]> {
  const { report, preview, gadget } = await countsOf(site, 'EXP');
  const asked = await askEverywhere(site, 'EXP', issueKeys);
  return [
    ...asked.flatMap(contradictions),
    ...(preview === report ? [] : [`the report counts ${report}, preview counts ${preview}`]),
    ...(gadget === report ? [] : [`the report counts ${report}, gadget counts ${gadget}`]),
  ];
}

async function inSite<T>(bundles: string, run: (site: ServedSite) => Promise<T>): Promise<T> {
  const site = await serveSite({ bundles });
  try {
    return await run(site);
  } finally {
    await site.close();
    rmSync(bundles, { recursive: true });
  }
}

/** Worlds until one of which a surface has to contradict the others; twelve are too few for a move that only links hold back. */
const MOST_WORLDS = 60;
const FIRST_WORLD = Number(process.env['TRUTH_SEED'] ?? 20_261_126);

/** Where the panel itself is wrong, or the report that the others are counted against, all others contradict it. */
const betrayalOf = (surface: string): RegExp =>
  ['panel', 'report'].includes(surface) ? / says | counts / : new RegExp(`\\b${surface} (says|counts)`);

/** Every mode, and worlds that were drawn, take an hour: by hand, with TRUTH_WHOLE=1. */
const IS_WHOLE = process.env['TRUTH_WHOLE'] !== undefined;
const TRIED: readonly Mode[] = IS_WHOLE ? MODES : ['enforce'];

jest.setTimeout(600_000);

it('the surfaces agree while all of them share one reading', async () => {
  const found = await inSite(await builtWith(mutant(NOBODY, '')), async (site) => {
    const all: string[] = [];
    for (const mode of TRIED) all.push(...(await disagreements(site, mode)));
    return all;
  });
  expect(found).toEqual([]);
});

describe.each(Object.entries(MUTANTS))('a surface that %s', (_what, change) => {
  it.each(CONSUMERS)('is found out: %s', async (surface, _function, file) => {
    const found = await inSite(await builtWith(mutant(file, change)), async (site) => {
      const byMode: string[] = [];
      for (const mode of TRIED) byMode.push((await disagreements(site, mode)).join('\n'));
      return byMode;
    });
    expect(found).toHaveLength(TRIED.length);
    for (const one of found) expect(one).toMatch(betrayalOf(surface));
  });

  if (!IS_WHOLE) return;

  it.each(CONSUMERS)('is found out in a world that was drawn: %s', async (surface, _function, file) => {
    const isFound = await inSite(await builtWith(mutant(file, change)), async (site) => {
      for (let seed = FIRST_WORLD; seed < FIRST_WORLD + MOST_WORLDS; seed += 1) {
        const { issueKeys } = await happen(site, seed);
        if (betrayalOf(surface).test((await told(site, issueKeys)).join('\n'))) return true;
      }
      return false;
    });
    expect(isFound).toBe(true);
  });
});
