import { portfolioLoosening } from '../../../../src/app/portfolio/loosening';
import type { Success } from '../../../../src/contract/answers';
import {
  afterLoosening,
  afterPage,
  afterPart,
  nothingLoaded,
  type Judging,
  type Line,
} from '../../../../static/portfolio/model/load';
import { portfolioPage } from '../../../../src/app/portfolio/page';
import { looseningText } from '../../../../static/portfolio/words';
import type { Translate } from '../../../../static/ui/text';
import { acknowledged, asked, owner } from '../../../support/events';
import { epic, idOf } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO } from '../../../support/people';

type Answer = Success<'portfolio/loosening'>;

const LATER = { now: () => '2027-01-20T12:00:00.000Z' };
/** More than one answer turns. */
const ITEMS = 12;

/** EXP with a dozen epics in which a promise is asked for and made, and PLAT with one; searches find so many items a page. */
function paged(pageSize: number): World {
  const here: World = { ...world(), clock: LATER };
  here.jira.items.clear();
  const keys = [...Array.from({ length: ITEMS }, (_, n) => `EXP-${n + 1}`), 'PLAT-1'];
  keys.forEach((issueKey) => {
    here.jira.items.set(issueKey, epic({ issueKey }));
    const agreed = [asked('A1'), acknowledged('A1')];
    here.charters.put(issueKey, [...owner(COO), ...agreed], idOf(issueKey));
  });
  const all = here.jira.itemsEver.bind(here.jira);
  here.jira.itemsEver = async (projectKey, options) => {
    const found = await all(projectKey, options);
    if (!found) return null;
    const items = found.items.filter(({ issueKey }) => issueKey.startsWith(`${projectKey}-`));
    const from = Number(options.pageToken ?? 0);
    const to = from + pageSize;
    return { items: items.slice(from, to), ...(to < items.length && { nextPageToken: String(to) }) };
  };
  return here;
}

/** Every answer and what the page shows after it, as a browser asks. */
async function judged(here: World): Promise<readonly { answer: Answer; lines: readonly Line[] }[]> {
  let loaded = afterPage(
    nothingLoaded,
    await portfolioPage({ scope: { projectKeys: ['EXP', 'PLAT'] } }, here),
  );
  let judging: Judging | null = null;
  let waiting: readonly string[] = ['PLAT', 'EXP'];
  const all: { answer: Answer; lines: readonly Line[] }[] = [];
  while (waiting.length > 0) {
    const cursor: string | undefined = judging?.cursor;
    const answer: Answer = await portfolioLoosening({ projectKeys: waiting, cursor }, here);
    judging = afterPart(judging, answer.part);
    loaded = afterLoosening(loaded, answer, judging);
    all.push({ answer, lines: loaded.lines });
    waiting = [...(judging?.cursor === undefined ? [] : [judging.projectKey]), ...answer.left];
  }
  return all;
}

const lineOf = (lines: readonly Line[] | undefined, key: string): Line | undefined =>
  lines?.find(({ project }) => project.projectKey === key);

it('says of a project of many pages what it would say of one page', async () => {
  const [few, many] = [await judged(paged(100)), await judged(paged(1))];
  expect(few).toHaveLength(1);
  expect(many.length).toBeGreaterThan(2);
  for (const key of ['EXP', 'PLAT']) {
    const line = lineOf(many.at(-1)?.lines, key);
    expect(line?.isJudged).toBe(true);
    expect(line?.drift).toEqual(lineOf(few.at(-1)?.lines, key)?.drift);
  }
  expect(lineOf(few.at(-1)?.lines, 'EXP')?.drift?.all).toBe(1);
});

it('shows of a project that goes on what is read so far, and says that it is not all', async () => {
  const [first] = await judged(paged(1));
  expect(first?.answer.part).toMatchObject({ projectKey: 'EXP', evidence: { items: 5 }, nextCursor: '5' });
  const line = lineOf(first?.lines, 'EXP');
  expect(line).toMatchObject({ isJudged: false, drift: { all: 1 } });
  const enough = line?.drift && { ...line.drift, have: line.drift.need };
  const said = looseningText(
    { drift: enough ?? null, isJudged: false },
    ((id: string) => id) as unknown as Translate,
  );
  expect(said).toBe('portfolio.partOfSoFar');
});

it('reads every item once, however many answers it takes', async () => {
  const all = await judged(paged(1));
  const items = all.reduce((sum, { answer }) => sum + (answer.part?.evidence.items ?? 0), 0);
  expect(items).toBe(ITEMS);
});
