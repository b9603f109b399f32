import { authorizeItem } from '../../../../src/app/charter/authorize-item';
import { matchBlocker, providerIssue } from '../../../../src/app/charter/match-blocker';
import { call, from } from '../../../support/calling';
import { asked, owner } from '../../../support/events';
import { blocker, epic, idOf } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, OPS, PLATFORM } from '../../../support/people';

const scopeOf = (here: World, issueKey = 'EXP-1') =>
  authorizeItem({ accountId: COO, issueKey, named: [] }, here);

function waiting(...keys: readonly string[]): World {
  const here = world(...owner(COO));
  here.jira.items.set('EXP-1', epic({ blockers: keys.map((key) => blocker(key)) }));
  here.jira.items.set('PLAT-7', epic({ issueKey: 'PLAT-7' }));
  return here;
}
const request = (providerIssueKey?: string) => ({
  providerAccountId: PLATFORM,
  deliverable: 'A staging cluster',
  acceptance: 'The smoke tests pass on it',
  neededBy: '2026-12-04',
  ...(providerIssueKey !== undefined && { providerIssueKey }),
});
const agreementOf = (here: World) => here.charters.stored.get('EXP-1')?.charter.agreements.at(-1);

describe('the issue that somebody names for an agreement', () => {
  it('is one of the item’s own links, which costs no further look', async () => {
    const here = waiting('PLAT-1');
    const scope = await scopeOf(here);
    const before = here.jira.calls['workItem'];
    expect(await providerIssue(scope, 'PLAT-1', here.jira)).toMatchObject({
      issueKey: 'PLAT-1',
      issueId: idOf('PLAT-1'),
    });
    expect(here.jira.calls['workItem']).toBe(before);
  });

  it('is looked up as the person who names it, under the key it has now', async () => {
    const here = waiting();
    here.jira.items.set('OLD-3', epic({ issueKey: 'PLAT-7' }));
    expect(await providerIssue(await scopeOf(here), 'OLD-3', here.jira)).toMatchObject({
      issueKey: 'PLAT-7',
      issueId: idOf('PLAT-7'),
    });
  });

  it.each(['PLAT-404', 'SEC-1'])(
    'is refused where it does not exist, or not for them: %s',
    async (issueKey) => {
      const here = waiting();
      here.jira.items.set('SEC-1', epic({ issueKey: 'SEC-1' }));
      here.jira.hidden.add('SEC-1');
      for (const answer of [
        await call(here, 'agreement/request', request(issueKey), from(COO)),
        await call(here, 'agreement/request', request(issueKey), from(OPS)),
      ]) {
        expect(answer).toEqual({
          ok: false,
          error: {
            code: 'issue-not-found',
            field: 'providerIssueKey',
            message: `${issueKey} does not exist, or you may not see it. Name an issue that you see, or none.`,
          },
        });
      }
      expect(agreementOf(here)).toBeUndefined();
    },
  );

  it('is kept with its id, on a request and on a link', async () => {
    const here = waiting();
    await call(here, 'agreement/request', request('PLAT-7'), from(COO));
    expect(agreementOf(here)).toMatchObject({ providerIssueKey: 'PLAT-7', providerIssueId: idOf('PLAT-7') });
    here.jira.items.set('PLAT-8', epic({ issueKey: 'PLAT-8' }));
    const link = { agreementId: 'A1', providerIssueKey: 'PLAT-8' };
    expect(await call(here, 'agreement/link', link, from(PLATFORM))).toMatchObject({ ok: true });
    expect(agreementOf(here)).toMatchObject({ providerIssueKey: 'PLAT-8', providerIssueId: idOf('PLAT-8') });
    expect(
      await call(here, 'agreement/link', { ...link, providerIssueKey: 'NO-1' }, from(COO)),
    ).toMatchObject({
      error: { code: 'issue-not-found', field: 'providerIssueKey' },
    });
  });
});

describe('a request without an issue', () => {
  it('is about the one link that is assigned to the person asked, with its id', async () => {
    const here = waiting('PLAT-1', 'PLAT-2');
    here.jira.assigned = { 'PLAT-1': PLATFORM, 'PLAT-2': OPS };
    await call(here, 'agreement/request', request(), from(COO));
    expect(agreementOf(here)).toMatchObject({ providerIssueKey: 'PLAT-1', providerIssueId: idOf('PLAT-1') });
  });

  it('is about none where two are theirs, or none, or none may be seen', async () => {
    const here = waiting('PLAT-1', 'PLAT-2');
    here.jira.assigned = { 'PLAT-1': PLATFORM, 'PLAT-2': PLATFORM };
    expect(await matchBlocker(await scopeOf(here), PLATFORM, here.jira)).toBeUndefined();
    expect(await matchBlocker(await scopeOf(here), OPS, here.jira)).toBeUndefined();
    for (const key of ['PLAT-1', 'PLAT-2']) here.jira.hidden.add(key);
    const asked = here.jira.calls['assignees'];
    expect(await matchBlocker(await scopeOf(here), PLATFORM, here.jira)).toBeUndefined();
    expect(here.jira.calls['assignees']).toBe(asked);
  });

  it('is not about a link that an agreement covers already', async () => {
    const here = waiting('PLAT-1');
    here.charters.put('EXP-1', [
      ...owner(COO),
      asked('A1', { providerIssueKey: 'OLD-1', providerIssueId: idOf('PLAT-1') }),
    ]);
    here.jira.assigned = { 'PLAT-1': PLATFORM };
    expect(await matchBlocker(await scopeOf(here), PLATFORM, here.jira)).toBeUndefined();
  });
});
