import { localDate } from '../../../src/domain/time/local-date';
import type { Fault } from '../../../packages/forge-sandbox/src/forge/faults';
import { liveUntil, type Told } from '../../support/clocks/told';
import { openSite, type Site } from '../../support/sandbox';

const HOURS = 72;
/** Status 200 answers without a word of what was asked: an empty list. */
const check = (status: number): Fault => ({ target: 'jira', match: 'permissions/check', status });
const list = (status: number): Fault => ({ target: 'jira', match: 'user/viewissue/search', status });

interface Notice {
  readonly accountId: string;
  readonly issueKey: string;
  readonly step: string;
  readonly state: string;
}

interface Lived {
  readonly mails: readonly Told[];
  /** By state, `person item rung`. */
  readonly notices: Readonly<Record<string, readonly string[]>>;
  readonly logs: readonly string[];
  readonly lost: readonly string[];
}

const rowsOf = <T>({ sandbox }: Site, name: string): readonly T[] =>
  [...sandbox.kvs.table({ kind: 'entity', name }).entries()].map(({ value }) => value as T);

/** The first 72 hours of the demo. */
async function live(...faults: readonly Fault[]): Promise<Lived> {
  const site = await openSite();
  try {
    for (const fault of faults) site.sandbox.faults.add(fault);
    const end = new Date(site.sandbox.clock.now() + HOURS * 3_600_000).toISOString();
    const mails = await liveUntil(site.sandbox, end);
    const notices: Record<string, string[]> = {};
    for (const { accountId, issueKey, step, state } of rowsOf<Notice>(site, 'notice'))
      (notices[state] ??= []).push(`${accountId} ${issueKey} ${step}`);
    for (const some of Object.values(notices)) some.sort();
    return {
      mails,
      notices,
      logs: [...site.logs],
      lost: rowsOf<object>(site, 'charter').flatMap((charter) => {
        const text = JSON.stringify(charter);
        return text.includes('lostAccessAt') || text.includes('dri-access-changed') ? [text] : [];
      }),
    };
  } finally {
    await site.close();
  }
}

/** What each person was told: their name with each entry of their mails. */
const entriesOf = ({ mails }: Lived): readonly string[] =>
  mails.flatMap(({ to, text }) => text.split('\n\n').map((entry) => `${to}: ${entry}`)).sort();

const peopleOf = ({ mails }: Lived): readonly string[] => [...new Set(mails.map(({ to }) => to))].sort();

/** Mails of one person and day that speak of one item more than once. */
function twice({ mails }: Lived): readonly string[] {
  const spoken = mails.flatMap(({ to, at, text }) =>
    [...new Set(text.match(/browse\/\S+|open=[0-9a-f]{32}/g))].map(
      (link) => `${to} ${localDate(at, 'UTC')} ${link}`,
    ),
  );
  return spoken.filter((one, index) => spoken.indexOf(one) !== index);
}

let allowed: Lived;
beforeAll(async () => {
  allowed = await live();
}, 300_000);

test('the demo tells a dozen things in its first three days, and nothing twice', () => {
  expect(entriesOf(allowed).length).toBeGreaterThan(11);
  expect(allowed.logs).toEqual([]);
  expect(twice(allowed)).toEqual([]);
});

test('a check that is refused for three days costs nobody a notice, and nobody their item', async () => {
  const lived = await live(check(403));
  expect(lived.notices).toEqual(allowed.notices);
  expect(peopleOf(lived)).toEqual(peopleOf(allowed));
  // A mail of many things counts those it does not spell out; of the others nothing is left out.
  const told = entriesOf(lived);
  expect(entriesOf(allowed).filter((one) => !told.includes(one) && !/: And \d+ more/.test(one))).toEqual([]);
  expect(twice(lived)).toEqual([]);
  expect([lived.lost, lived.logs]).toEqual([[], []]);
}, 300_000);

test.each([
  ['the check and the lists of viewers are refused', check(403), list(403)],
  ['the check is refused and the lists are empty', check(403), list(200)],
  ['the check grants nothing and the lists are empty', check(200), list(200)],
  ['the check grants nothing and the lists are refused', check(200), list(400)],
])(
  'where %s, all of it arrives, item by item, and nobody loses theirs',
  async (_, ...faults) => {
    const lived = await live(...faults);
    expect(lived.notices['told']).toEqual(expect.arrayContaining([...(allowed.notices['told'] ?? [])]));
    expect(lived.notices['kept']).toBeUndefined();
    expect(peopleOf(lived)).toEqual(peopleOf(allowed));
    expect(lived.mails.length).toBeGreaterThan(allowed.mails.length);
    for (const { text } of lived.mails) expect(new Set(text.match(/^[A-Z]+-\d+ /gm)).size).toBe(1);
    expect(twice(lived)).toEqual([]);
    expect([lived.lost, lived.logs]).toEqual([[], []]);
  },
  300_000,
);
