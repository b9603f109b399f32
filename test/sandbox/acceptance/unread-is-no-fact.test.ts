import { clientOf, type Client } from '../../support/client';
import { answerOf, enforce } from '../../support/enforced';
import { forgetPoints } from '../../support/points';
import { useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const EXP = { projectKey: 'EXP' };

type Told = Readonly<Record<string, unknown>>;
const told = async (reply: Promise<{ readonly body: unknown }>): Promise<Told> => (await reply).body as Told;
const lead = (module: string, call: string, payload: object = {}, context: object = EXP) =>
  told(as('u-lead').invoke(module, call, payload, context));

/** A policy that asks for everything the surfaces may read: children, chosen links, the owner's field. */
const policy = () =>
  answerOf<{ readonly policy: object }>(as('u-lead'), 'project-policy', 'policy/get', {}, 'EXP');
let other: object;

beforeAll(async () => {
  await enforce(site, 'EXP', {
    childrenFollow: true,
    workItemTypes: [{ level: 1 }],
    waitsFor: [{ linkTypeId: '10000', direction: 'inward' }],
  });
  await site.sandbox.drain();
  other = { ...(await policy()).policy, minimumDependencies: 3 };
}, 180_000);

/** Every place that says something of EXP, none of which writes anything. */
const SURFACES: Readonly<Record<string, () => Promise<Told>>> = {
  panel: () => told(as('u-lead').panel('EXP-3', 'charter/get')),
  'panel of a child': () => told(as('u-lead').panel('EXP-17', 'charter/get')),
  'rule test': () =>
    lead('transition-gate', 'rule/test', { issueKey: 'EXP-3', rule: { checkpoint: 'start' } }, {}),
  'rule test of a child': () =>
    lead('transition-gate', 'rule/test', { issueKey: 'EXP-17', rule: { checkpoint: 'start' } }, {}),
  report: () => lead('gap-report', 'report/page', { filter: { scope: 'all' } }),
  handoffs: () => lead('gap-report', 'report/handoffs'),
  indicators: () => lead('gap-report', 'report/indicators'),
  past: () => lead('gap-report', 'report/past'),
  drift: () => lead('gap-report', 'report/drift'),
  gadget: () => lead('gap-gadget', 'report/gadget', {}, { extension: { gadgetConfiguration: EXP } }),
  policy: () => lead('project-policy', 'policy/get'),
  preview: () => lead('project-policy', 'policy/preview', { policy: other }),
  backtest: () => lead('project-policy', 'backtest/run', { from: '2026-09-01', to: '2026-11-22' }),
  lozenge: () =>
    told(
      as('u-lead').send('POST', '/sandbox/properties/epic-standing', {
        context: { extension: { issue: { key: 'EXP-3' } } },
      }),
    ),
  commitments: () => told(as('u-platform').invoke('my-commitments', 'commitments/list', {}, {})),
};

const QUESTIONS = [
  'GET /rest/api/3/issue/EXP',
  'GET /rest/api/3/issue/EXP-1?',
  'POST /rest/api/3/issue/bulkfetch',
  'GET /rest/api/3/user/bulk',
  'POST /rest/api/3/search/jql',
  'POST /rest/api/3/search/approximate-count',
  'GET /rest/api/3/project/',
  'GET /rest/api/3/issuetype',
  'GET /rest/api/3/issueLinkType',
  'GET /rest/api/3/field',
  'GET /rest/api/3/status',
  'POST /rest/api/3/changelog/bulkfetch',
];

/** What a refusal may say, by the status that Jira answered. */
const SENTENCES: Readonly<Record<number, RegExp>> = {
  400: /^Jira did not understand a question/,
  401: /^(Jira refuses Holdfast something|This does not exist, or you may not see it)/,
  403: /^(Jira refuses Holdfast something|This does not exist, or you may not see it)/,
  404: /^(Jira refuses Holdfast something|This does not exist, or you may not see it)/,
  429: /^Jira asks Holdfast to wait: .* after ..:.. UTC\./,
  500: /did not answer\. .* try again in a minute/,
};

const same = (one: unknown, another: unknown): boolean => JSON.stringify(one) === JSON.stringify(another);
const without = (answer: Told, ...keys: readonly string[]): Told =>
  Object.fromEntries(Object.entries(answer).filter(([key]) => !keys.includes(key)));
const listIn = (answer: Told, key: string): readonly Told[] => answer[key] as readonly Told[];
/** A total that Jira did not tell is left out: it is not zero. */
const totalHolds = (before: Told, after: Told): boolean =>
  after['approximateTotal'] === undefined || after['approximateTotal'] === before['approximateTotal'];
const allUnknown = (part: unknown, of: string): boolean =>
  Number((part as Told)['notKnown']) > 0 && (part as Told)['notKnown'] === (part as Told)[of];

/** Whether an answer that differs says that something is not known, and nothing else. */
const SAYS_SO: Readonly<Record<string, (before: Told, after: Told) => boolean>> = {
  'rule test of a child': (_, { outcome }) => outcome === 'not-known',
  'panel of a child': (_, { gate, gateUnknown }) => gate === null && gateUnknown === 'app-may-not-see',
  report: (before, after) =>
    totalHolds(before, after) &&
    listIn(after, 'items').length === listIn(before, 'items').length &&
    listIn(after, 'items').every(
      (line, at) =>
        (line['gate'] === null && line['gateUnknown'] === 'app-may-not-see') ||
        same(line['gate'], listIn(before, 'items')[at]?.['gate']),
    ),
  handoffs: (_, { handoffs }) => allUnknown(handoffs, 'items'),
  gadget: (_, { summary }) => allUnknown(summary, 'items'),
  preview: (before, after) =>
    totalHolds(before, after) &&
    (allUnknown(after, 'looked') ||
      same(without(before, 'approximateTotal'), without(after, 'approximateTotal'))),
  backtest: (before, after) => totalHolds(before, after) && same(before['figures'], after['figures']),
  policy: (before, after) => !('attached' in after) && same(without(before, 'attached'), after),
  lozenge: (_, { status }) => status === undefined || JSON.stringify(status).includes('Not known'),
  // What is hidden from a provider leaves them their own promises, and none of them changes its state.
  commitments: (before, after) =>
    listIn(after, 'yours').every((one) =>
      listIn(before, 'yours').some(
        ({ ref, duty, urgency }) => ref === one['ref'] && duty === one['duty'] && urgency === one['urgency'],
      ),
    ),
};

describe.each(Object.entries(SURFACES))('%s', (surface, ask) => {
  let before: Told;
  beforeAll(async () => {
    forgetPoints(site.sandbox);
    before = without(await ask(), 'now');
    expect(before['ok'] ?? true).toBe(true);
  });

  test.each(QUESTIONS)('takes nothing for a fact that Jira did not answer: %s', async (match) => {
    for (const [status, sentence] of Object.entries(SENTENCES)) {
      site.sandbox.faults.add({ target: 'jira', match, status: Number(status), retryAfter: 900 });
      const after = without(await ask(), 'now');
      site.sandbox.faults.clear();
      site.logs.splice(0);
      // What is asked next is no part of that hour.
      if (status === '429') forgetPoints(site.sandbox);
      const { error } = after as { readonly error?: { readonly message: string } };
      if (error) expect([status, error.message]).toEqual([status, expect.stringMatching(sentence)]);
      else if (!same(before, after)) {
        expect([status, SAYS_SO[surface]?.(before, after) ?? after]).toEqual([status, true]);
      }
    }
  });
});
