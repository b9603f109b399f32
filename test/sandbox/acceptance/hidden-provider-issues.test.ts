import type { CharterAnswer, CommitmentsAnswer, ReportPageAnswer } from '../../../src/contract/answers';
import type { HandoffsAnswer } from '../../../src/contract/handoffs';
import { clientOf, type Client } from '../../support/client';
import { answerOf, enforce } from '../../support/enforced';
import { newEpic, useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const SUMMARY = 'Acquire the company next door';

const added = (): string =>
  site.sandbox.jira.addIssue({
    project: 'PLAT',
    type: 'Epic',
    values: { summary: SUMMARY, reporter: 'u-cto' },
  }).key;

let own: string;
let other: string;
let key: string;

beforeAll(async () => {
  await as('u-admin').send('POST', '/sandbox/switches', { appRights: 'all' });
  await enforce(site, 'EXP');
  [own, other] = [added(), 'EXP-11'];
  key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-coo' });
  await as('u-coo').done(key, 'dri/accept');
  const request = { deliverable: 'Partners sign in', acceptance: 'One signs in', neededBy: '2026-12-18' };
  await as('u-coo').done(key, 'agreement/request', {
    ...request,
    providerAccountId: 'u-platform',
    providerIssueKey: own,
  });
  await as('u-coo').done(key, 'agreement/request', {
    ...request,
    deliverable: 'Partners pay',
    providerAccountId: 'u-product',
  });
  await as('u-coo').done(key, 'agreement/link', { agreementId: 'A2', providerIssueKey: other });
}, 180_000);

async function everythingTold(who: string): Promise<Readonly<Record<string, unknown>>> {
  const report = async (call: string, payload: object = {}) =>
    (await as(who).invoke('gap-report', call, payload, { projectKey: 'EXP' })).body;
  return {
    panel: await as(who).done(key, 'charter/get'),
    history: await as(who).done(key, 'history/page'),
    page: await report('report/page', { filter: { text: key } }),
    handoffs: await report('report/handoffs', { scope: 'all' }),
    gadget: (
      await as(who).invoke(
        'gap-gadget',
        'report/gadget',
        {},
        { extension: { gadgetConfiguration: { projectKey: 'EXP' } } },
      )
    ).body,
    commitments: await answerOf<CommitmentsAnswer>(as(who), 'my-commitments', 'commitments/list'),
  };
}

const tracesIn = (told: unknown): readonly string[] => {
  const text = JSON.stringify(told);
  const ids = [own, other].map((one) => `ssueId":"${site.sandbox.jira.issue(one)?.id ?? ''}"`);
  return [own, other, ...ids, SUMMARY].filter((trace) => text.includes(trace));
};

describe('a provider’s own issue that the reader may not see', () => {
  test('leaves no trace on any surface, and every surface answers', async () => {
    for (const [surface, answer] of Object.entries(await everythingTold('u-viewer'))) {
      expect([surface, answer]).toEqual([surface, expect.objectContaining({ ok: true })]);
      expect([surface, tracesIn(answer)]).toEqual([surface, []]);
    }
  });

  test('is something they may not see, in the promise and in the history, and changes no verdict', async () => {
    const panelOf = async (who: string) =>
      (await as(who).done(key, 'charter/get')) as unknown as CharterAnswer;
    const [unseen, seen] = [await panelOf('u-viewer'), await panelOf('u-coo')];
    expect(unseen.charter.agreements.map((one) => one.providerIssueHidden)).toEqual([true, true]);
    expect(unseen.history.flatMap((event) => ('providerIssueHidden' in event ? [event.type] : []))).toEqual([
      'agreement-requested',
      'agreement-linked',
    ]);
    expect(unseen.gate?.findings.map(({ rule }) => rule)).toEqual(
      seen.gate?.findings.map(({ rule }) => rule),
    );
  });

  test('is a handoff to the team, not to a project they may not know of', async () => {
    const page = await answerOf<ReportPageAnswer>(
      as('u-viewer'),
      'gap-report',
      'report/page',
      { filter: { text: key } },
      'EXP',
    );
    expect(page.items[0]?.handoffs).toMatchObject([{ name: 'Platform' }, { name: 'Product' }]);
    const { handoffs } = await answerOf<HandoffsAnswer>(
      as('u-viewer'),
      'gap-report',
      'report/handoffs',
      { scope: 'all' },
      'EXP',
    );
    const lines = handoffs.lines.filter(({ issueKey }) => issueKey === key);
    expect(lines.map(({ provider }) => provider)).toMatchObject([{ name: 'Platform' }, { name: 'Product' }]);
  });

  test('is not told to its provider either, once they lost sight of it', async () => {
    const { yours } = await answerOf<CommitmentsAnswer>(
      as('u-product'),
      'my-commitments',
      'commitments/list',
    );
    const mine = yours.filter(({ item }) => item?.issueKey === key);
    expect(mine).toMatchObject([{ agreement: { id: 'A2', providerIssueHidden: true } }]);
    expect(tracesIn(mine)).toEqual([]);
  });
});

test('whoever may see it is told its key, on the panel, in the report and among their own', async () => {
  const told = await everythingTold('u-coo');
  for (const surface of ['panel', 'history', 'handoffs', 'commitments']) {
    expect([surface, tracesIn(told[surface])]).toEqual([surface, expect.arrayContaining([own])]);
  }
});
