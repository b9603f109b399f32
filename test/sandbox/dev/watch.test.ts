import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startServing, stopAll, type Running } from './processes';

const root = resolve(__dirname, '../../..');
const copy = mkdtempSync(join(tmpdir(), 'checkout-'));
const tsx = ['--require', 'tsx/cjs'];

beforeAll(() => {
  for (const name of [
    'src',
    'static',
    'texts',
    'dev',
    'scripts',
    'packages',
    'dist',
    'manifest.yml',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ])
    // prettier-ignore
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}, 180_000);

afterAll(() => {
  stopAll();
  rmSync(copy, { recursive: true, force: true });
});

test('a copied checkout that was built is up to date', () => {
  const script = [...tsx, 'scripts/build.ts'];
  const said = execFileSync('bash', ['-c', `${process.execPath} ${script.join(' ')} 2>&1`], { cwd: copy });
  expect(said.toString()).toBe('build: up to date\n');
}, 180_000);

describe('npm run dev', () => {
  let dev: Running;
  let events: AsyncGenerator<string>;
  const closing = new AbortController();

  beforeAll(async () => {
    dev = await startServing(copy, [...tsx, 'scripts/dev.ts', '--port', '0']);
    events = eventsOf(`${dev.url}/sandbox/changes`, closing.signal);
    expect(await next()).toMatch(/^event: process/);
  }, 180_000);

  afterAll(async () => {
    closing.abort();
    expect(await dev.stop('SIGINT')).toBe(0);
  });

  const next = async (): Promise<string> => String((await events.next()).value);
  const lastCall = async (): Promise<unknown> => {
    const response = await fetch(`${dev.url}/sandbox/calls`);
    const { invocations }: { invocations: { coldStart: boolean }[] } = await response.json();
    return invocations.at(-1)?.coldStart;
  };
  /** Appends to a file until what follows from it is seen: a watcher on a busy machine may miss a change. */
  const changing = async <T>(file: string, text: string, seen: () => Promise<T>): Promise<T> => {
    appendFileSync(join(copy, file), text);
    const again = setInterval(() => appendFileSync(join(copy, file), '\n'), 10_000);
    return seen().finally(() => clearInterval(again));
  };
  const invoke = async (): Promise<void> => {
    const response = await fetch(`${dev.url}/sandbox/invoke/agreement-panel`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('u-coo:x')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ functionKey: 'charter/get', context: { issueKey: 'EXP-1' } }),
    });
    expect(response.status).toBe(200);
  };

  test('loads a changed screen anew in the browser, and says how long that took', async () => {
    const edit = '\n(window as { edited?: boolean }).edited = true;\n';
    const event = await changing('static/lozenge/main.tsx', edit, next);
    expect(event).toBe('event: pages\ndata: ["lozenge.html"]');
    // What it prints goes another way than its events, and may arrive after them.
    await until(() => /lozenge\.html in \d+\.\d\d s, from static\/lozenge\/main\.tsx/.test(dev.said()));
    const served = await fetch(`${dev.url}/sandbox/app/epic-standing/lozenge.js`);
    expect(await served.text()).toContain('window.edited = true');
  }, 300_000);

  test('runs a changed function at its next cold start', async () => {
    await invoke();
    await invoke();
    expect(await lastCall()).toBe(false);
    await changing('src/resolvers.ts', '\n// changed\n', () =>
      until(() => /functions in \d/.test(dev.said())),
    );
    await invoke();
    expect(await lastCall()).toBe(true);
  }, 300_000);

  test('keeps the world when the stand-in itself changes', async () => {
    const moved = await fetch(`${dev.url}/sandbox/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ set: '2027-01-04T09:00:00Z' }),
    });
    expect(moved.status).toBe(200);
    await changing('dev/app.ts', '\n// changed\n', () => until(() => /stand-in in \d/.test(dev.said())));
    const state: { clock: { now: string } } = await (await fetch(`${dev.url}/sandbox/state`)).json();
    expect(state.clock.now).toMatch(/^2027-01-04T09:/);
  }, 180_000);

  test('says what does not build, and goes on with what did', async () => {
    await changing('static/rule-view/main.tsx', '\nconst = ;\n', () =>
      until(() => dev.said().includes('Build failed')),
    );
    expect((await fetch(`${dev.url}/sandbox/app/transition-gate/rule-view.html`)).status).toBe(200);
  }, 300_000);
});

async function* eventsOf(url: string, signal: AbortSignal): AsyncGenerator<string> {
  const { body } = await fetch(url, { signal });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const chunk = await reader?.read();
    if (chunk === undefined || chunk.done) return;
    text += chunk.value;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield text.slice(0, end);
      text = text.slice(end + 2);
    }
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}
