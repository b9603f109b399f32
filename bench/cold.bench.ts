import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Sandbox } from '../packages/forge-sandbox/src/sandbox';
import { inRoot } from '../scripts/build/project';
import { recordingLoader, type Recording } from './cold/record';
import type { Bench, Figure } from './harness';
import { bundled, bundleYardstick } from './import-cost.bench';
import { epicWith, move, openDemo } from './site';

const ROUNDS = 15;
const run = promisify(execFile);

/** The first thing a fresh process is asked, and how many times the yardstick's processor time it may take. */
const FIRSTS: readonly (readonly [
  what: string,
  ceiling: number,
  ask: (s: Sandbox, key: string) => unknown,
])[] = [
  ['gate', 2, (sandbox, key) => move(sandbox, key, 'Start')],
  [
    'panel',
    2.7,
    (sandbox, issueKey) => sandbox.invoke('agreement-panel', 'charter/get', {}, { issueKey }, 'u-coo'),
  ],
  [
    'My commitments',
    2.8,
    (sandbox) => sandbox.invoke('my-commitments', 'commitments/list', {}, {}, 'u-platform'),
  ],
  [
    'report',
    3.4,
    (sandbox) => sandbox.invoke('gap-report', 'report/page', {}, { projectKey: 'EXP' }, 'u-coo'),
  ],
];

const YARDSTICK: Omit<Recording, 'file'> = {
  exported: 'handler',
  args: [],
  runtime: {
    appContext: {
      appId: 'bench',
      appVersion: '1.0.0',
      environmentId: 'bench',
      environmentType: 'PRODUCTION',
    },
    contextAri: 'ari:cloud:jira::site/bench',
    proxy: { token: '', url: '', host: '' },
    tracing: { traceId: '', spanId: '' },
    container: { appCodeDir: '.' },
  },
  calls: [{ key: 'GET /rest/api/3/myself', status: 200, headers: {}, text: '{}' }],
};

const answered = (path: string, body: object): Recording['calls'][number] => ({
  key: `GET /rest/api/3/${path}`,
  status: 200,
  headers: {},
  text: JSON.stringify(body),
});

/** What a minimal validator asks: the issue, what it waits for, its owner. */
const PEER: Omit<Recording, 'file'> = {
  ...YARDSTICK,
  args: [{ issue: { key: 'EXP-1' } }],
  calls: [
    answered('issue/EXP-1', {
      fields: { assignee: { accountId: 'u-coo' }, issuelinks: [{ outwardIssue: { key: 'PLAT-1' } }] },
    }),
    answered('issue/PLAT-1', { fields: { status: { statusCategory: { key: 'done' } } } }),
    answered('user', { active: true }),
  ],
};

interface First {
  readonly what: string;
  readonly ceiling?: number;
  readonly bundle: string;
  readonly recording: string;
}

/** Records the first answers of the built app. */
async function firsts(): Promise<readonly First[]> {
  const { loader, recordings } = recordingLoader();
  const sandbox = await openDemo(loader);
  const folder = inRoot('dist/bench/cold');
  mkdirSync(folder, { recursive: true });
  const write = (name: string, recording: Omit<Recording, 'file'>): string => {
    const file = `${folder}/${name.replaceAll(' ', '-')}.json`;
    writeFileSync(file, JSON.stringify({ ...recording, now: sandbox.clock.now() }));
    return file;
  };
  try {
    const key = await epicWith(sandbox, 5);
    const all: First[] = [
      { what: 'only @forge/api', bundle: await bundleYardstick(), recording: write('yardstick', YARDSTICK) },
      {
        what: 'a minimal validator',
        bundle: await bundled('peer/validator'),
        recording: write('peer', PEER),
      },
    ];
    for (const [what, ceiling, ask] of FIRSTS) {
      await sandbox.drain();
      recordings.length = 0;
      await ask(sandbox, key);
      const [first] = recordings;
      if (!first) throw new Error(`${what} ran no function`);
      all.push({
        what,
        ceiling,
        bundle: inRoot('dist/app', `${first.file}.cjs`),
        recording: write(what, first),
      });
    }
    return all;
  } finally {
    sandbox.close();
  }
}

interface Spent {
  readonly load: number;
  readonly all: number;
}

/** The least of several: whatever else the machine does only ever adds to it. */
const least = (samples: readonly Spent[], of: (one: Spent) => number): number => Math.min(...samples.map(of));

/** What a cold process takes to load and to give its first answer: processor time, calls answered at once. */
export const bench: Bench = {
  title: `Cold start to first answer, processor time against a function that asks Jira once (least of ${ROUNDS})`,
  async run() {
    const all = await firsts();
    const samples = new Map<First, Spent[]>(all.map((one) => [one, []]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const one of all) {
        const { stdout } = await run(process.execPath, [
          inRoot('bench/cold/answer.cjs'),
          one.bundle,
          one.recording,
        ]);
        samples.get(one)?.push(JSON.parse(stdout) as Spent);
      }
    }
    const [yardstick] = all;
    const base = least((yardstick && samples.get(yardstick)) ?? [], (one) => one.all);
    return all.map((one): Figure => {
      const spent = samples.get(one) ?? [];
      const value = least(spent, ({ all: whole }) => whole);
      return {
        what: one.what,
        value: value / base,
        unit: '×',
        tolerance: 0.1,
        ...(one.ceiling !== undefined && { ceiling: one.ceiling }),
        note: `${least(spent, ({ load }) => load).toFixed(1)} ms to load, ${value.toFixed(1)} ms to the answer`,
      };
    });
  },
};
