import { paperOwnerOfItem, paperOwnersPage } from '../../../../src/app/report/paper-owner';
import type { AuthorizedItem } from '../../../../src/app/charter/authorize-item';
import { readSubject } from '../../../../src/app/subject/read-subject';
import type { ItemChange } from '../../../../src/domain/changelog/change';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { NOW } from '../../../support/charter-spec';
import { accepted, nominated } from '../../../support/events';
import { epic } from '../../../support/items';
import { MemoryChangelogs } from '../../../support/memory-changelogs';
import { world } from '../../../support/memory-ports';
import { COO, CTO, OPS, PLATFORM } from '../../../support/people';

const DAY = 86_400_000;
const ago = (days: number): string => new Date(Date.parse(NOW) - days * DAY).toISOString();
const changed = (by: string, days: number, fieldId = 'status'): ItemChange => ({
  id: `${days}`,
  at: ago(days),
  by,
  fields: [{ fieldId, from: null, fromText: null, to: null, toText: null }],
});

/** EXP-1: accepted by the COO a month ago, nominated by the CTO; Ops does the work. */
function busy() {
  const here = world();
  here.jira.items.set('EXP-1', epic({ people: {} }));
  here.charters.put(
    'EXP-1',
    [nominated(COO, { at: ago(40), by: CTO }), accepted(COO, { at: ago(30) })],
    '10001',
  );
  const changelogs = new MemoryChangelogs();
  changelogs.byIssue.set('10001', [...[1, 3, 5, 8, 13, 21].map((day) => changed(OPS, day)), changed(COO, 2)]);
  const ports = { ...here, histories: changelogs };
  const ask = (accountId: string) =>
    paperOwnersPage({ accountId, projectKey: 'EXP', scope: 'policy' }, ports);
  return { here, changelogs, ports, ask };
}

const question = {
  issueKey: 'EXP-1',
  ownerAccountId: COO,
  otherAccountId: OPS,
  ownersDays: 1,
  othersDays: 6,
};
const counts = { items: 1, owned: 1, judged: 1, elsewhere: 1 };

it('asks the owner, and the one behind the owner', async () => {
  const { ask } = busy();
  expect(await ask(COO)).toMatchObject({ items: [{ ...question, asks: 'owner' }], counts });
  expect(await ask(CTO)).toMatchObject({ items: [{ ...question, asks: 'sponsor' }], counts });
});

it('tells everybody else how many, and nobody’s name', async () => {
  const { ask } = busy();
  expect(await ask(PLATFORM)).toMatchObject({ items: [], counts, people: {} });
  expect(await ask(OPS)).toMatchObject({ items: [], counts, people: {} });
});

it('names nobody beyond those of its questions', async () => {
  const { ask, changelogs } = busy();
  changelogs.byIssue.set('10001', [...changelogs.byIssue.get('10001')!, changed(PLATFORM, 4)]);
  expect(Object.keys((await ask(COO)).people).sort()).toEqual([COO, OPS].sort());
});

it('looks at decisions, not at words', async () => {
  const { ask, changelogs } = busy();
  changelogs.byIssue.set(
    '10001',
    [1, 3, 5, 8, 13, 21].map((day) => changed(OPS, day, 'description')),
  );
  expect(await ask(COO)).toMatchObject({ items: [], counts: { ...counts, judged: 0, elsewhere: 0 } });
});

it('leaves out what happened before the owner accepted', async () => {
  const { ask, changelogs } = busy();
  changelogs.byIssue.set(
    '10001',
    [31, 32, 33, 34, 35, 36].map((day) => changed(OPS, day)),
  );
  expect(await ask(COO)).toMatchObject({ items: [], counts: { judged: 0 } });
});

it('does not ask about automation, or about somebody who has left', async () => {
  const { ask, here } = busy();
  here.jira.known[OPS] = { ...here.jira.known[OPS]!, kind: 'app' };
  expect(await ask(COO)).toMatchObject({ counts: { judged: 0, elsewhere: 0 } });
  here.jira.known[OPS] = { ...here.jira.known[OPS], kind: 'human', active: false };
  expect(await ask(COO)).toMatchObject({ counts: { judged: 0, elsewhere: 0 } });
});

it('takes the one person of the policy’s field for the owner while nobody was asked', async () => {
  const { ask, here, changelogs } = busy();
  here.charters.stored.delete('EXP-1');
  const field = (...accounts: string[]) => ({
    name: 'Leads',
    cardinality: 'many' as const,
    candidates: accounts.map((accountId) => ({ kind: 'person' as const, accountId })),
  });
  here.jira.items.set('EXP-1', epic({ people: {}, ownerField: field(COO) }));
  expect(await ask(COO)).toMatchObject({ items: [{ ...question, asks: 'owner' }] });
  here.jira.items.set('EXP-1', epic({ people: {}, ownerField: field(COO, CTO) }));
  changelogs.asked.length = 0;
  expect(await ask(COO)).toMatchObject({ items: [], counts: { owned: 0 } });
  expect(changelogs.asked).toEqual([]);
});

it('is not there for those who may not see the project', async () => {
  const { ask, here } = busy();
  here.jira.rights.browse = false;
  await expect(ask(COO)).rejects.toMatchObject({ refusal: { code: 'not-found' } });
});

describe('on the item itself', () => {
  const scope = async (accountId: string, here: ReturnType<typeof world>): Promise<AuthorizedItem> => ({
    accountId,
    issueKey: 'EXP-1',
    item: epic(),
    canEdit: true,
    administers: false,
    knowsRights: true,
    stored: (await here.charters.read('EXP-1')).stored,
    policy: siteDefault,
    read: await readSubject('EXP-1', here),
    people: {},
  });

  it('asks its owner and their sponsor, and reads nothing for others', async () => {
    const { here, ports, changelogs } = busy();
    for (const [accountId, asks] of [
      [COO, 'owner'],
      [CTO, 'sponsor'],
    ] as const) {
      expect(await paperOwnerOfItem(await scope(accountId, here), ports)).toMatchObject({
        question: { ...question, asks },
      });
    }
    changelogs.asked.length = 0;
    expect(await paperOwnerOfItem(await scope(OPS, here), ports)).toMatchObject({
      question: null,
      people: {},
    });
    expect(changelogs.asked).toEqual([]);
  });
});
