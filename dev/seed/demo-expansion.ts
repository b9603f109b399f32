import { followThroughStory } from './demo-follow-through';
import { acknowledged, asked, DAY, HOUR, isoDate, owned, type Scene } from './scene';

function granted(issueKey: string, by: string, at: number, decisions: string, escalateWhen: string): Scene {
  return { at, as: by, issueKey, key: 'authority/grant', payload: { decisions, escalateWhen } };
}

/** EXP-2: owner, authority, a brief and two acknowledged promises; it may start. */
const inOrder = (now: number): readonly Scene[] => [
  ...owned('EXP-2', 'u-ops', 'u-coo', now - 14 * DAY),
  granted(
    'EXP-2',
    'u-coo',
    now - 13 * DAY,
    'Scope, cut-over date and order of countries',
    'The move costs more than 20 k€ or touches a running contract',
  ),
  {
    at: now - 13 * DAY + HOUR,
    as: 'u-ops',
    issueKey: 'EXP-2',
    key: 'brief/write',
    payload: {
      outcome: 'Every invoice leaves through the new provider, and the old contract ends.',
      whyNow: 'The old provider raises its price in February.',
      successMeasure: 'One whole month of invoices in six countries without one sent by hand',
      reviewOn: isoDate(now + 21 * DAY),
    },
  },
  asked('EXP-2', 'u-ops', now - 12 * DAY, {
    provider: 'u-platform',
    deliverable: 'Payment gateway speaks to the new provider',
    acceptance: 'A test invoice is paid end to end in the staging shop',
    neededBy: isoDate(now + 25 * DAY),
    providerIssueKey: 'PLAT-3',
  }),
  acknowledged('EXP-2', 'u-platform', 'A1', now - 12 * DAY + 20 * HOUR),
  asked('EXP-2', 'u-ops', now - 12 * DAY + HOUR, {
    provider: 'u-product',
    deliverable: 'Invoice layout agreed with the ten largest customers',
    acceptance: 'Ten written confirmations are in the shared folder',
    neededBy: isoDate(now + 18 * DAY),
  }),
  acknowledged('EXP-2', 'u-product', 'A2', now - 11 * DAY),
];

/** EXP-3: an owner who accepted, and one question to Platform that waits for its answer. */
const waiting = (now: number): readonly Scene[] => [
  ...owned('EXP-3', 'u-sales', 'u-coo', now - 9 * DAY),
  asked('EXP-3', 'u-sales', now - 3 * DAY, {
    provider: 'u-platform',
    deliverable: 'Network and sign-in for the Mexico City office',
    acceptance: 'Twelve people can work from the office on the first day',
    neededBy: isoDate(now + 60 * DAY),
  }),
];

/** EXP-4: promised, and the day has passed. */
const overdue = (now: number): readonly Scene[] => [
  ...owned('EXP-4', 'u-product', 'u-coo', now - 30 * DAY),
  granted(
    'EXP-4',
    'u-coo',
    now - 29 * DAY,
    'Scope and launch date',
    'A customer would lose data or a feature',
  ),
  asked('EXP-4', 'u-product', now - 28 * DAY, {
    provider: 'u-platform',
    deliverable: 'Sign-up without an invitation',
    acceptance: 'A stranger can open an account in staging',
    neededBy: isoDate(now - 4 * DAY),
  }),
  acknowledged('EXP-4', 'u-platform', 'A1', now - 27 * DAY),
];

/** Around them: declined, declared none, nominated, turned down, half answered. */
const programme = (now: number): readonly Scene[] => [
  ...owned('EXP-5', 'u-sales', 'u-coo', now - 40 * DAY),
  ...owned('EXP-6', 'u-marketing', 'u-coo', now - 36 * DAY),
  asked('EXP-6', 'u-marketing', now - 8 * DAY, {
    provider: 'u-platform',
    deliverable: 'Help centre serves six languages',
    acceptance: 'Every article opens under its language path',
    neededBy: isoDate(now + 20 * DAY),
    providerIssueKey: 'PLAT-7',
  }),
  {
    at: now - 7 * DAY,
    as: 'u-platform',
    issueKey: 'EXP-6',
    key: 'agreement/decline',
    payload: {
      agreementId: 'A1',
      reason: 'The two people who know the help centre are on the payment gateway until January.',
      alternativeAccountId: 'u-product',
      availableFrom: isoDate(now + 49 * DAY),
    },
  },
  ...owned('EXP-7', 'u-ops', 'u-lead', now - 38 * DAY),
  granted(
    'EXP-7',
    'u-lead',
    now - 37 * DAY,
    'Choice of warehouse and terms up to two years',
    'Rent above 9 k€ a month',
  ),
  { at: now - 37 * DAY + HOUR, as: 'u-ops', issueKey: 'EXP-7', key: 'dependencies/declare-none' },
  { at: now - 36 * DAY, as: 'u-lead', issueKey: 'EXP-7', key: 'vital/set', payload: { vital: true } },
  {
    at: now - 2 * DAY,
    as: 'u-coo',
    issueKey: 'EXP-8',
    key: 'dri/nominate',
    payload: { accountId: 'u-marketing' },
  },
  {
    at: now - 6 * DAY,
    as: 'u-lead',
    issueKey: 'EXP-10',
    key: 'dri/nominate',
    payload: { accountId: 'u-sales' },
  },
  {
    at: now - 5 * DAY,
    as: 'u-sales',
    issueKey: 'EXP-10',
    key: 'dri/decline',
    payload: {
      reason: 'The programme is taught by Marketing; I would only pass questions on.',
      suggestedAccountId: 'u-marketing',
    },
  },
  ...owned('EXP-12', 'u-product', 'u-coo', now - 20 * DAY),
  asked('EXP-12', 'u-product', now - 10 * DAY, {
    provider: 'u-platform',
    deliverable: 'Customer data stays in the Mumbai region',
    acceptance: 'The data map shows no copy outside India',
    neededBy: isoDate(now + 32 * DAY),
    providerIssueKey: 'PLAT-5',
  }),
  acknowledged('EXP-12', 'u-platform', 'A1', now - 9 * DAY),
  asked('EXP-12', 'u-product', now - 12 * HOUR, {
    provider: 'u-ops',
    deliverable: 'Signed data-processing terms from the local carrier',
    acceptance: 'Legal has filed the countersigned copy',
    neededBy: isoDate(now + 28 * DAY),
  }),
  ...owned('TEAM-1', 'u-marketing', 'u-coo', now - 10 * DAY),
  { at: now - 9 * DAY, as: 'u-marketing', issueKey: 'TEAM-1', key: 'dependencies/declare-none' },
];

/** What happened in EXP and TEAM before the demo's Monday. EXP-1 stays as Jira has it: two co-leads and no charter. */
export const expansionStory = (now: number): readonly Scene[] => [
  ...inOrder(now),
  ...waiting(now),
  ...overdue(now),
  ...programme(now),
  ...followThroughStory(now),
];
