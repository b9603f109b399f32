import { HABITS, manyCharters } from '../../../bench/habits/habits';
import type { ReportPageAnswer } from '../../../src/contract/answers';
import { costOf, only } from '../../support/calls';
import { clientOf } from '../../support/client';
import { changePolicy } from '../../support/rules';
import { useSite } from '../../support/sandbox';

/** What follows from a change happens where a case drains, and not before. */
const site = useSite({ autoDrain: false });

describe('a command costs two waves, what it rests on and then its write beside what follows it:', () => {
  const act = (as: string, issueKey: string, call: string, payload: object) =>
    clientOf(site, as).invoke('agreement-panel', call, payload, { issueKey });
  const request = (deliverable: string) => ({
    providerAccountId: 'u-platform',
    deliverable,
    acceptance: 'Both sides see that it is there',
    neededBy: '2026-12-18',
  });
  let key = '';

  beforeAll(async () => {
    key = site.sandbox.jira.addIssue({
      project: 'EXP',
      type: 'Epic',
      values: { summary: 'An epic', reporter: 'u-coo' },
    }).key;
    await act('u-coo', key, 'agreement/request', request('A cluster'));
    await site.sandbox.drain();
  });

  it.each([
    [
      'five calls for a step of an agreement',
      'u-platform',
      'agreement/acknowledge',
      { agreementId: 'A1' },
      5,
    ],
    [
      'two more where it turns on what Jira lets somebody do, and for whoever it names',
      'u-coo',
      'agreement/request',
      request('A contract'),
      7,
    ],
  ] as const)('%s', async (_, as, call, payload, calls) => {
    const cost = only(await costOf(site, () => act(as, key, call, payload)), 'resolver');
    expect({ waves: cost.waves, calls: cost.calls.length }).toEqual({ waves: 2, calls });
    expect(cost.calls.slice(-2).map(({ target }) => target)).toEqual(['kvs', 'queue']);
  });
});

describe('on a site with a thousand charters', () => {
  beforeAll(() => manyCharters(site.sandbox), 120_000);

  it.each(HABITS.map((one) => [one.what, one] as const))(
    '%s costs no more calls and invocations than it may',
    async (_, { once, calls, invocations }) => {
      const cost = await once(site.sandbox);
      expect(cost.calls).toBeGreaterThanOrEqual(calls[0]);
      expect(cost.calls).toBeLessThanOrEqual(calls[1]);
      expect(cost.invocations).toBeLessThanOrEqual(invocations[1]);
    },
    300_000,
  );
});

describe('the report', () => {
  const page = async (call: string, cursor?: string): Promise<ReportPageAnswer> => {
    const { body } = await clientOf(site, 'u-coo').invoke(
      'gap-report',
      call,
      cursor === undefined ? {} : { cursor },
      { projectKey: 'EXP' },
    );
    return body as ReportPageAnswer;
  };

  beforeAll(() => {
    for (let n = 1; n <= 120; n += 1) {
      site.sandbox.jira.addIssue({
        project: 'EXP',
        type: 'Epic',
        values: { summary: `Epic ${n}`, reporter: 'u-coo' },
      });
    }
  });

  const first = async () => {
    let answer: ReportPageAnswer | undefined;
    const cost = only(await costOf(site, async () => void (answer = await page('report/page'))), 'resolver');
    const searches = cost.calls.filter(({ path }) => path === '/rest/api/3/search/jql').length;
    return { ...cost, searches, items: answer?.items };
  };

  it('shows its first rows after four waves: the items beside what governs them, what holds of them, whom that names, and what promises of them rest on', async () => {
    // After a cold start it takes two more: what was counted of Jira's points, and what governs before the items.
    expect((await first()).waves).toBeLessThanOrEqual(5);
    const { waves, calls, items } = await first();
    expect(waves).toBeLessThanOrEqual(4);
    expect(calls.length).toBeLessThanOrEqual(20);
    expect(items).toHaveLength(100);
  });

  it('searches once more where the policy is another by now, and then as it expects again', async () => {
    const before = await first();
    await changePolicy(site, 'EXP', () => ({ workItemTypes: ['Story'] }));
    const changed = await first();
    expect([changed.waves, changed.searches]).toEqual([4, 2]);
    expect(changed.items?.every(({ issueType }) => issueType === 'Story')).toBe(true);
    await changePolicy(site, 'EXP', () => ({ workItemTypes: ['Epic'] }));
    await first();
    const again = await first();
    expect([again.waves, again.searches]).toEqual([3, 1]);
    const keysOf = (items: typeof before.items) => items?.map(({ issueKey }) => issueKey);
    expect(keysOf(again.items)).toEqual(keysOf(before.items));
  });

  it.each([
    'report/page',
    'report/handoffs',
    'report/hands',
    'report/indicators',
    'report/past',
    'report/quarter',
  ])(
    '%s asks on a further page neither for permissions nor for policies, types or the project',
    async (call) => {
      const { nextCursor } = await page(call);
      expect(nextCursor).toEqual(expect.any(String));
      const cost = only(await costOf(site, () => page(call, nextCursor)), 'resolver');
      const again = cost.calls.filter(({ path }) => /\/(mypermissions|issuetype|project)\b/.test(path));
      expect(again).toEqual([]);
      expect(cost.calls.slice(0, 2).map(({ path }) => path)).toEqual([
        '/api/v1/get',
        '/rest/api/3/search/jql',
      ]);
      expect(cost.calls.length).toBeLessThanOrEqual(9);
    },
  );
});
