import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { byEsbuild, byRollup } from '../support/bundlers';
import { clientOf } from '../support/client';
import { root, serveSite } from '../support/sandbox';

jest.setTimeout(300_000);

/** In the checkout, whose packages are bundled. */
const directory = mkdtempSync(join(root, 'dist', 'bundlers-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const request = {
  providerAccountId: 'u-platform',
  deliverable: 'Partners sign in with their own accounts',
  acceptance: 'A partner of each market signs in to staging',
  neededBy: '2026-12-18',
  providerIssueKey: 'PLAT-1',
};

/** What every step of the first story answers, from the refused start to the one that passes, as it went over the wire. */
async function storyWith(bundles?: string): Promise<readonly string[]> {
  const site = await serveSite(bundles === undefined ? {} : { bundles });
  try {
    const coo = clientOf(site, 'u-coo');
    const platform = clientOf(site, 'u-platform');
    let commands = 0;
    const command = (who: typeof coo, call: string, payload: object = {}) => {
      commands += 1;
      return who.panel('EXP-1', call, {
        ...payload,
        commandId: `c0ffee00-0000-4000-8000-00000000000${commands}`,
      });
    };
    const start = () => coo.move('EXP-1', 'Start');
    const said: string[] = [];
    const step = async (answer: Promise<unknown>) => void said.push(JSON.stringify(await answer));
    await step(start());
    await step(command(coo, 'dri/nominate', { accountId: 'u-coo' }));
    await step(command(coo, 'dri/accept'));
    await step(start());
    await step(command(coo, 'agreement/request', request));
    await step(start());
    await step(command(platform, 'agreement/acknowledge', { agreementId: 'A1' }));
    await step(start());
    await site.sandbox.drain();
    await step(coo.panel('EXP-1', 'charter/get'));
    await step(coo.invoke('gap-report', 'report/page', {}, { projectKey: 'EXP' }));
    await step(coo.send('POST', '/sandbox/properties/epic-standing', { context: { issueKey: 'EXP-1' } }));
    await step(coo.get('/rest/api/3/issue/EXP-1'));
    // Each site listens on a port of its own.
    return [...said, JSON.stringify(site.logs)].map((answer) => answer.replaceAll(site.url, 'http://site'));
  } finally {
    await site.close();
  }
}

let forge: readonly string[];
beforeAll(async () => {
  forge = await storyWith();
});

test('bundled as it is deployed, EXP-1 is refused thrice and then starts', () => {
  expect(forge).toHaveLength(13);
  expect(forge.filter((answer) => answer.includes("can't start yet"))).toHaveLength(3);
  expect(forge[7]).toBe('{"status":204}');
});

test.each([
  ['esbuild', byEsbuild],
  ['Rollup', byRollup],
])('bundled by %s, the functions load and answer it byte for byte alike', async (name, bundle) => {
  const bundles = join(directory, name);
  await bundle(bundles);
  expect(await storyWith(bundles)).toEqual(forge);
});

test('no file of ours asks for another by require', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('built'),
  );
  expect(sources.length).toBeGreaterThan(400);
  const asks = sources.filter((file) => /\brequire\(/.test(readFileSync(join(root, 'src', file), 'utf8')));
  expect(asks).toEqual([]);
});
