import { liveUntil, toldSince } from '../../support/clocks/told';
import { openSite, type Site } from '../../support/sandbox';

/** Days of the demo that are lived through; the trouble falls into the first of them. */
const DAYS = 4;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Row {
  readonly accountId: string;
  readonly issueKey: string;
  readonly step: string;
  readonly state: string;
}

interface Lived {
  /** `person item step` of whatever was told, in mail, mention or on the page. */
  readonly told: readonly string[];
  /** `person: entry` of mails, and what each mention of theirs says that it told. */
  readonly entries: readonly string[];
  /** Mails by the hour since the beginning. */
  readonly mails: readonly number[];
}

/** Lives through the demo's days; a trouble may be made before them and at the end of each hour. */
async function live(
  trouble: (site: Site, hour: number) => void = () => undefined,
  switches: object = {},
): Promise<Lived> {
  const site = await openSite({ switches });
  try {
    const { sandbox } = site;
    const start = sandbox.clock.now();
    for (let hour = 0; hour < DAYS * 24; hour += 1) {
      trouble(site, hour);
      await liveUntil(sandbox, new Date(start + (hour + 1) * HOUR_MS).toISOString());
    }
    const rows = [...sandbox.kvs.table({ kind: 'entity', name: 'notice' }).entries()].map(
      ({ value }) => value as Row,
    );
    const people = [...new Set(rows.map(({ accountId }) => accountId))];
    const mails = people.flatMap((accountId) =>
      (sandbox.jira.told(accountId, start) ?? [])
        .filter(({ how }) => how === 'mail')
        .flatMap(({ text }) => text.split('\n\n').map((entry) => `${accountId}: ${entry}`)),
    );
    const mentions = [...new Set(rows.map(({ issueKey }) => issueKey))].flatMap((key) =>
      (sandbox.jira.issue(key)?.comments ?? []).flatMap(({ properties = [], body }) =>
        properties
          .filter((one) => one.key === 'holdfast.told')
          .flatMap(({ value }) => (value as { steps: string[] }).steps)
          .map((step) => `${key} ${step} to ${JSON.stringify(body)}`),
      ),
    );
    return {
      told: rows
        .filter(({ state }) => state === 'told')
        .map(({ accountId, issueKey, step }) => `${accountId} ${issueKey} ${step}`)
        .sort(),
      entries: [...mails.filter((entry) => /^\S+: [A-Z]+-\d+ /.test(entry)), ...mentions],
      mails: toldSince(sandbox, start).map(({ at }) => Math.floor((Date.parse(at) - start) / HOUR_MS)),
    };
  } finally {
    await site.close();
  }
}

const twice = ({ entries }: Lived): readonly string[] =>
  entries.filter((one, place) => entries.indexOf(one) !== place);

let untroubled: Lived;
beforeAll(async () => {
  untroubled = await live();
}, 400_000);

const missing = ({ told }: Lived): readonly string[] => untroubled.told.filter((one) => !told.includes(one));

test('without trouble a dozen things are told in four days, and none of them twice', () => {
  expect(untroubled.told.length).toBeGreaterThan(11);
  expect(twice(untroubled)).toEqual([]);
});

test('where Jira refuses everything for the very hour that mails go out in, all of them go later, once', async () => {
  const busiest = untroubled.mails[0] ?? 0;
  const lived = await live((site, hour) => {
    site.sandbox.switches.change({ pointsPerHour: hour === busiest ? 0 : 10_000_000 });
  });
  expect(lived.mails.filter((hour) => hour === busiest)).toEqual([]);
  expect(missing(lived)).toEqual([]);
  expect(twice(lived)).toEqual([]);
}, 400_000);

test('where mail is off for a day, whoever it was for is told by a mention, and by mail again afterwards', async () => {
  const lived = await live((site, hour) => {
    site.sandbox.switches.change({ mail: hour < 24 ? 'off' : 'on' });
  });
  expect(lived.mails.filter((hour) => hour < 24)).toEqual([]);
  expect(lived.mails.length).toBeGreaterThan(0);
  expect(missing(lived)).toEqual([]);
  expect(twice(lived)).toEqual([]);
}, 400_000);

test.each(['refused', 'lost'] as const)(
  'where a site sends few mails a day and further ones are %s, everything is told, and nothing twice',
  async (mailsBeyond) => {
    const lived = await live(undefined, { mailsPerDay: 1, mailsBeyond });
    const days = lived.mails.map((hour) => Math.floor((hour * HOUR_MS) / DAY_MS));
    expect(lived.mails.length).toBeGreaterThan(0);
    expect(lived.mails.length).toBeLessThan(untroubled.mails.length);
    expect(Math.max(...days.map((day) => days.filter((one) => one === day).length))).toBeLessThanOrEqual(2);
    expect(missing(lived)).toEqual([]);
    expect(twice(lived)).toEqual([]);
  },
  400_000,
);

/** What is kept of a project's items, and what Jira holds of them. */
const heldOf = ({ sandbox }: Site, projectKey: string): string => {
  const isOurs = (key: string | undefined): boolean => key?.startsWith(`${projectKey}-`) === true;
  const rows = [...sandbox.kvs.table({ kind: 'entity', name: 'charter' }).entries()].filter(({ key }) =>
    isOurs(key),
  );
  const items = rows.map(({ key }) => sandbox.jira.issue(key));
  return JSON.stringify([rows, items], (_key, value: unknown) => (value instanceof Map ? [...value] : value));
};

test('where the app is shut out of a project for a day, nothing of it is written or mailed, and all is told afterwards', async () => {
  const held: string[] = [];
  const lived = await live((site, hour) => {
    if (hour === 0 || hour === 24) held.push(heldOf(site, 'EXP'));
    site.sandbox.switches.change({ appBrowses: { EXP: hour >= 24 } });
  });
  const [before, after] = held;
  expect(before?.length).toBeGreaterThan(1000);
  expect(after).toBe(before);
  expect(missing(lived)).toEqual([]);
  expect(twice(lived)).toEqual([]);
}, 400_000);
