import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { askEverywhere, contradictions, countsOf } from '../support/verdicts/consumers';
import { clientOf } from '../support/client';
import { builtWith } from '../support/mutants';
import { newEpic, root, serveSite, type ServedSite } from '../support/sandbox';

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
async function disagreements(site: ServedSite): Promise<readonly string[]> {
  const admin = clientOf(site, 'u-admin');
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
  const { report, preview, gadget } = await countsOf(site, 'EXP');
  const asked = await askEverywhere(site, 'EXP', ['EXP-2', fresh]);
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

jest.setTimeout(120_000);

it('the surfaces agree while all of them share one reading', async () => {
  expect(await inSite(await builtWith(mutant(NOBODY, '')), disagreements)).toEqual([]);
});

describe.each(Object.entries(MUTANTS))('a surface that %s', (_what, change) => {
  it.each(CONSUMERS)('is found out: %s', async (surface, _function, file) => {
    const found = await inSite(await builtWith(mutant(file, change)), disagreements);
    // Where the panel itself is wrong, or the report that the others are counted against, all others contradict it.
    expect(found.join('\n')).toMatch(
      ['panel', 'report'].includes(surface) ? / says | counts / : new RegExp(`\\b${surface} (says|counts)`),
    );
  });
});
