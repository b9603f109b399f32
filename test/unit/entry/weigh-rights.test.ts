import type { CallKey } from '../../../src/contract/inputs';
import { call, from } from '../../support/calling';
import { accepted, acknowledged, asked, delivered, nominated, owner } from '../../support/events';
import { world, type World } from '../../support/memory-ports';
import { COO, CTO, OPS, PLATFORM } from '../../support/people';
import { payloads } from '../../support/payloads';

const rightsAsked = ({ jira }: World): number => jira.calls['itemRights'] ?? 0;
const give = async (here: World, key: CallKey, accountId: string) =>
  call(here, key, payloads[key], from(accountId));

describe('what Jira lets somebody do with a work item', () => {
  it('is not asked where nothing turns on it, and left out of the answer', async () => {
    const here = world(...owner(COO), asked('A1'));
    expect(await give(here, 'agreement/acknowledge', PLATFORM)).toMatchObject({
      me: { accountId: PLATFORM },
    });
    expect(rightsAsked(here)).toBe(0);
  });

  it('is asked at once where a call is open to whoever may edit', async () => {
    const here = world(nominated(COO), accepted(COO));
    expect(await give(here, 'agreement/request', COO)).toMatchObject({ me: { canEdit: true } });
    expect(rightsAsked(here)).toBe(1);
  });

  const vacant = () => world(asked('A1'), acknowledged('A1'), delivered('A1'));

  it('is asked for whoever is refused without it: a lead where nobody owns the item', async () => {
    const here = vacant();
    here.jira.rights.administer = true;
    expect(await give(here, 'agreement/accept-delivery', CTO)).toMatchObject({
      ok: true,
      me: { accountId: CTO, administers: true },
    });
    expect(rightsAsked(here)).toBe(1);
    expect(here.charters.calls['write']).toBe(1);
  });

  it('leaves the refusal of whoever has none as it was', async () => {
    const here = vacant();
    here.jira.rights.administer = false;
    here.jira.userEdits = false;
    expect(await give(here, 'agreement/accept-delivery', OPS)).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(here.charters.calls['write'] ?? 0).toBe(0);
  });
});
