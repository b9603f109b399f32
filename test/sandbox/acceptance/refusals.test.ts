import { clientOf, refusalCode, type Client, type Reply } from '../../support/client';
import { newEpic, useSite } from '../../support/sandbox';
import { unchanged } from '../../support/snapshot';

const site = useSite();
const as = (accountId: string | null): Client => clientOf(site, accountId);

/** Makes a call that must be refused and leave everything as it was. */
const refusedWithoutTrace = (run: () => Promise<Reply>): Promise<Reply> => unchanged(site.sandbox, run);

const request = {
  providerAccountId: 'u-platform',
  deliverable: 'A staging environment',
  acceptance: 'It answers on its address',
  neededBy: '2026-12-18',
};
const yesterday = '2026-11-22';

describe('bad input', () => {
  const megabytes = (count: number): string => 'x'.repeat(count * 1024 * 1024);

  test.each([
    ['a call nobody knows', 'charter/rewrite', {}, 'unknown-call'],
    ['a name every object answers to', 'constructor', {}, 'unknown-call'],
    ['charter/get with an extra key', 'charter/get', { issueKey: 'EXP-2' }, 'invalid'],
    ['dri/nominate with an extra key', 'dri/nominate', { accountId: 'u-coo', status: 'accepted' }, 'invalid'],
    ['dri/accept for somebody else', 'dri/accept', { accountId: 'u-coo' }, 'invalid'],
    [
      'agreement/request already acknowledged',
      'agreement/request',
      { ...request, status: 'acknowledged' },
      'invalid',
    ],
    ['a payload that is text', 'dri/nominate', 'u-coo', 'invalid'],
    ['a payload that is a list', 'dri/nominate', ['u-coo'], 'invalid'],
    ['nobody', 'dri/nominate', {}, 'invalid'],
    ['an empty account', 'dri/nominate', { accountId: '' }, 'invalid'],
    ['a number for an account', 'dri/nominate', { accountId: 7 }, 'invalid'],
    ['a list of accounts', 'dri/nominate', { accountId: ['u-coo', 'u-cto'] }, 'invalid'],
    ['an account that left', 'dri/nominate', { accountId: 'u-gone' }, 'person-inactive'],
    ['an app', 'dri/nominate', { accountId: 'u-bot' }, 'person-not-human'],
    ['a group', 'dri/nominate', { accountId: 'jira-administrators' }, 'person-not-found'],
    ['an account Jira does not know', 'dri/nominate', { accountId: 'u-nobody' }, 'person-not-found'],
    ['a name every object has', 'dri/nominate', { accountId: '__proto__' }, 'person-not-found'],
    ['an acceptance nobody asked for', 'dri/accept', {}, 'no-nomination'],
    ['yesterday', 'agreement/request', { ...request, neededBy: yesterday }, 'date-in-past'],
    ['a day that does not exist', 'agreement/request', { ...request, neededBy: '2026-02-30' }, 'invalid'],
    [
      'an instant for a day',
      'agreement/request',
      { ...request, neededBy: '2026-12-18T00:00:00Z' },
      'invalid',
    ],
    ['a deliverable of blanks', 'agreement/request', { ...request, deliverable: '   ' }, 'invalid'],
    ['a deliverable too long', 'agreement/request', { ...request, deliverable: 'x'.repeat(201) }, 'invalid'],
    ['300 KB of acceptance', 'agreement/request', { ...request, acceptance: 'x'.repeat(300_000) }, 'invalid'],
    [
      'a promise asked of an app',
      'agreement/request',
      { ...request, providerAccountId: 'u-bot' },
      'person-not-human',
    ],
    [
      'a promise asked of one who left',
      'agreement/request',
      { ...request, providerAccountId: 'u-gone' },
      'person-inactive',
    ],
    ['no issue key', 'agreement/request', { ...request, providerIssueKey: 'plat 1' }, 'invalid'],
    ['an agreement that is not there', 'agreement/acknowledge', { agreementId: 'A1' }, 'agreement-not-found'],
    ['a path for an agreement', 'agreement/acknowledge', { agreementId: '../A1' }, 'invalid'],
    ['authority without an owner', 'authority/grant', { decisions: 'Everything' }, 'no-dri'],
    ['no dependencies, said by no owner', 'dependencies/declare-none', {}, 'forbidden'],
  ])('%s: %s is refused', async (_, functionKey, payload, code) => {
    const key = newEpic(site.sandbox);
    const reply = await refusedWithoutTrace(() => as('u-coo').panel(key, functionKey, payload));
    expect([reply.status, refusalCode(reply)]).toEqual([200, code]);
  });

  test('the item itself is no item it can depend on', async () => {
    const key = newEpic(site.sandbox);
    const reply = await refusedWithoutTrace(() =>
      as('u-coo').panel(key, 'agreement/request', { ...request, providerIssueKey: key }),
    );
    expect(refusalCode(reply)).toBe('own-issue');
  });

  test.each([
    ['1 MB, more than a Forge invocation takes', 1],
    ['10 MB', 10],
  ])('a text of %s is turned away at the door', async (_, size) => {
    const key = newEpic(site.sandbox);
    const reply = await refusedWithoutTrace(() =>
      as('u-coo').panel(key, 'agreement/request', { ...request, acceptance: megabytes(size) }),
    );
    expect([reply.status, refusalCode(reply)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });

  test('a field at fault is named, so that the form can show it there', async () => {
    const key = newEpic(site.sandbox);
    const fieldOf = async (payload: unknown, call = 'agreement/request'): Promise<unknown> => {
      const { body } = await as('u-coo').panel(key, call, payload);
      return (body as { error: { field?: string } }).error.field;
    };
    expect(await fieldOf({ ...request, neededBy: yesterday })).toBe('neededBy');
    expect(await fieldOf({ ...request, neededBy: 'soon' })).toBe('neededBy');
    expect(await fieldOf({ ...request, providerAccountId: 'u-gone' })).toBe('providerAccountId');
    expect(await fieldOf({ accountId: 'u-bot' }, 'dri/nominate')).toBe('accountId');
    expect(await fieldOf({ accountId: 'u-coo', extra: 1 }, 'dri/nominate')).toBe('extra');
  });

  test('a work item that does not exist is not found', async () => {
    const reply = await refusedWithoutTrace(() => as('u-coo').panel('EXP-9999', 'charter/get'));
    expect(refusalCode(reply)).toBe('not-found');
  });

  test('a call from nowhere is refused: the item comes from the platform, never from the payload', async () => {
    const reply = await refusedWithoutTrace(() =>
      as('u-coo').invoke('agreement-panel', 'charter/get', {}, { extension: {} }),
    );
    expect(refusalCode(reply)).toBe('invalid');
  });
});

describe('answers that are somebody else’s to give', () => {
  const everyoneBut = (provider: string): string[] =>
    ['u-coo', 'u-cto', 'u-product', 'u-sales', 'u-ops', 'u-lead', 'u-admin', 'u-viewer', 'u-platform'].filter(
      (one) => one !== provider,
    );

  test.each(everyoneBut('u-platform'))(
    '%s cannot acknowledge what u-platform was asked',
    async (accountId) => {
      for (const call of ['agreement/acknowledge', 'agreement/decline']) {
        const reason = { reason: 'Not now', availableFrom: '2027-01-11' };
        const payload = { agreementId: 'A1', ...(call === 'agreement/decline' && reason) };
        const reply = await refusedWithoutTrace(() => as(accountId).panel('EXP-3', call, payload));
        expect(['forbidden', 'not-found']).toContain(refusalCode(reply));
      }
    },
  );

  test('nobody but the nominee accepts or declines a nomination', async () => {
    const key = newEpic(site.sandbox);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-ops' });
    for (const accountId of everyoneBut('u-ops')) {
      const reply = await refusedWithoutTrace(() => as(accountId).panel(key, 'dri/accept'));
      expect(['forbidden', 'not-found']).toContain(refusalCode(reply));
    }
    const reply = await refusedWithoutTrace(() =>
      as('u-coo').panel(key, 'dri/decline', { reason: 'Another time' }),
    );
    expect(refusalCode(reply)).toBe('forbidden');
  });

  test('nobody acknowledges their own request', async () => {
    const key = newEpic(site.sandbox);
    await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
    await as('u-coo').done(key, 'dri/accept');
    await as('u-coo').done(key, 'agreement/request', { ...request, providerAccountId: 'u-coo' });
    const reply = await refusedWithoutTrace(() =>
      as('u-coo').panel(key, 'agreement/acknowledge', { agreementId: 'A1' }),
    );
    expect(refusalCode(reply)).toBe('self-acknowledgement');
  });

  test('an answer is given once', async () => {
    const reply = await refusedWithoutTrace(() =>
      as('u-platform').panel('EXP-2', 'agreement/acknowledge', { agreementId: 'A1' }),
    );
    expect(refusalCode(reply)).toBe('wrong-status');
  });

  test('an owner who accepted is not replaced over their head', async () => {
    const reply = await refusedWithoutTrace(() =>
      as('u-coo').panel('EXP-2', 'dri/nominate', { accountId: 'u-coo' }),
    );
    expect(refusalCode(reply)).toBe('already-accepted');
  });

  test('a decline names who or when instead', async () => {
    const reply = await refusedWithoutTrace(() =>
      as('u-platform').panel('EXP-3', 'agreement/decline', { agreementId: 'A1', reason: 'Not ours' }),
    );
    expect(refusalCode(reply)).toBe('alternative-missing');
  });

  test.each(['u-coo', 'u-viewer', 'u-outsider', 'u-platform'])(
    '%s cannot change the policy of EXP',
    async (who) => {
      const { body } = await as('u-lead').invoke('project-policy', 'policy/get', {}, { projectKey: 'EXP' });
      const { policy } = body as { policy: object };
      const reply = await refusedWithoutTrace(() =>
        as(who).invoke(
          'project-policy',
          'policy/save',
          { policy: { ...policy, mode: 'observe' } },
          { projectKey: 'EXP' },
        ),
      );
      expect(refusalCode(reply)).toBe(who === 'u-outsider' ? 'not-found' : 'not-allowed');
    },
  );

  test.each([
    ['a mode nobody knows', { mode: 'punish' }],
    ['no item types', { workItemTypes: [] }],
    ['an unknown owner source', { ownerSource: { kind: 'field', fieldId: 'x" OR 1=1' } }],
    ['an extra key', { superuser: true }],
    ['a rule nobody knows', { rules: { 'owner.lazy': { start: 'off', finish: 'off' } } }],
  ])('a policy with %s is not saved', async (_, change) => {
    const { body } = await as('u-lead').invoke('project-policy', 'policy/get', {}, { projectKey: 'EXP' });
    const { policy } = body as { policy: object };
    const reply = await refusedWithoutTrace(() =>
      as('u-lead').invoke(
        'project-policy',
        'policy/save',
        { policy: { ...policy, ...change } },
        { projectKey: 'EXP' },
      ),
    );
    expect(refusalCode(reply)).toBe('invalid');
  });
});
