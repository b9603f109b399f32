import type { Sandbox } from '../packages/forge-sandbox/src/sandbox';
import type { Bench, Figure } from './harness';
import { act, costsOf, openDemo, type Cost } from './site';

/** Fewer where `REPORT_ITEMS` says so: the whole takes a while. */
const MOST = Number(process.env['REPORT_ITEMS'] ?? 10_000);
const FEWEST = MOST / 10;
const PAGE = 100;
/** What a call takes on a site, in milliseconds; the stand-in answers at once, so each wave is charged its slowest. */
const TAKES = { jira: 80, storage: 20 };
const FUNCTION_MS = 25_000;

interface Loaded {
  readonly items: number;
  readonly pages: readonly Cost[];
  readonly answersMb: number;
}

/** Every page of a project's report, one after the other, as the browser asks for them. */
async function load(sandbox: Sandbox): Promise<Loaded> {
  const pages: Cost[] = [];
  let items = 0;
  let cursor: string | undefined;
  let bytes = 0;
  do {
    const at = cursor;
    const costs = await costsOf(sandbox, 'resolver', async () => {
      const payload = at === undefined ? {} : { cursor: at };
      const answer = (await sandbox.invoke(
        'gap-report',
        'report/page',
        payload,
        { projectKey: 'HAND' },
        'u-lead',
      )) as {
        readonly items: readonly unknown[];
        readonly nextCursor?: string;
      };
      items += answer.items.length;
      bytes += JSON.stringify(answer).length;
      cursor = answer.nextCursor;
    });
    pages.push(...costs);
  } while (cursor !== undefined);
  return { items, pages, answersMb: bytes / 1e6 };
}

/** What is read beside the items, page after page: each says how many items it looked at. */
const FIGURES = [
  ['report/drift', ({ evidence }: FiguresPage) => evidence?.items ?? 0],
  ['report/indicators', ({ evidence }: FiguresPage) => evidence?.items ?? 0],
  ['report/handoffs', ({ handoffs }: FiguresPage) => handoffs?.items ?? 0],
] as const satisfies readonly (readonly [string, (page: FiguresPage) => number])[];

interface FiguresPage {
  readonly evidence?: { readonly items: number };
  readonly handoffs?: { readonly items: number };
  readonly nextCursor?: string;
}

/** All pages of one of these: none is cut off by the clock, and none is left out. */
async function wholeOf(
  sandbox: Sandbox,
  [call, itemsOf]: (typeof FIGURES)[number],
  most: number,
): Promise<readonly Figure[]> {
  const pages: Cost[] = [];
  let items = 0;
  let cursor: string | undefined;
  do {
    const payload = cursor === undefined ? {} : { cursor };
    const place = { projectKey: 'HAND' };
    const costs = await costsOf(sandbox, 'resolver', async () => {
      const page = (await sandbox.invoke('gap-report', call, payload, place, 'u-lead')) as FiguresPage;
      items += itemsOf(page);
      cursor = page.nextCursor;
    });
    pages.push(...costs);
  } while (cursor !== undefined);
  const calls = pages.reduce((sum, { calls: all }) => sum + all.length, 0);
  return [
    {
      what: `${call}: items left out`,
      value: Math.max(0, most - items),
      unit: '',
      ceiling: 0,
      note: `${items} read in ${pages.length} answers`,
    },
    {
      what: `${call}: slowest answer`,
      value: Math.max(...pages.map(millisecondsOf)),
      unit: 'ms',
      ceiling: FUNCTION_MS,
    },
    { what: `${call}: calls per ${PAGE}`, value: (calls / items) * PAGE, unit: '', ceiling: 12 },
  ];
}

/** How long a page takes on a site: our own work, and each wave as long as its slowest call. */
const millisecondsOf = ({ waves, ownMs }: Cost): number =>
  ownMs +
  waves.reduce(
    (sum, wave) =>
      sum + Math.max(...wave.map(({ target }) => (target === 'jira' ? TAKES.jira : TAKES.storage))),
    0,
  );

async function grow(sandbox: Sandbox, from: number, to: number): Promise<void> {
  for (let n = from; n < to; n += 1) {
    const { key } = sandbox.jira.addIssue({
      project: 'HAND',
      type: 'Epic',
      values: { summary: `Item ${n}` },
    });
    if (n % 5 === 0) await act(sandbox, 'u-coo', key, 'dri/nominate', { accountId: 'u-cto' });
  }
  await sandbox.drain();
}

/** What the report costs as the project grows. */
export const bench: Bench = {
  title: `The report on ${FEWEST.toLocaleString('en')} and ${MOST.toLocaleString('en')} items`,
  async run() {
    const sandbox = await openDemo();
    try {
      await grow(sandbox, 0, FEWEST);
      const small = await load(sandbox);
      await grow(sandbox, FEWEST, MOST);
      const large = await load(sandbox);
      const figures = ([small, large] as const).flatMap(({ items, pages, answersMb }): Figure[] => {
        const times = pages.map(millisecondsOf);
        const calls = pages.reduce((sum, { calls: all }) => sum + all.length, 0);
        const name = items.toLocaleString('en');
        return [
          { what: `${name} items: calls per ${PAGE}`, value: (calls / items) * PAGE, unit: '', ceiling: 11 },
          { what: `${name} items: first rows`, value: times[0] ?? NaN, unit: 'ms' },
          {
            what: `${name} items: slowest page`,
            value: Math.max(...times),
            unit: 'ms',
            ceiling: FUNCTION_MS,
          },
          { what: `${name} items: all`, value: times.reduce((a, b) => a + b, 0) / 1000, unit: 's' },
          { what: `${name} items: answers`, value: answersMb, unit: 'MB' },
        ];
      });
      const time = ({ pages, items }: Loaded): number =>
        pages.map(millisecondsOf).reduce((a, b) => a + b, 0) / items;
      for (const one of FIGURES) figures.push(...(await wholeOf(sandbox, one, MOST)));
      return [
        ...figures,
        {
          what: 'time an item at ten times the items',
          value: time(large) / time(small),
          unit: '×',
          ceiling: 1.5,
        },
      ];
    } finally {
      sandbox.close();
    }
  },
};
