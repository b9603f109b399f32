import { PRESETS, presets } from '../../../src/domain/policy/presets';
import { MODES } from '../../../src/domain/policy/rules';
import { clientOf, type Client } from '../client';
import { seeded } from '../chance';
import type { ServedSite } from '../sandbox';

const PEOPLE = ['u-coo', 'u-cto', 'u-product', 'u-marketing', 'u-sales', 'u-ops', 'u-platform'] as const;
const EPICS = Array.from({ length: 12 }, (_, at) => `EXP-${at + 1}`);
const STORIES = ['EXP-14', 'EXP-17', 'EXP-20'];
const BLOCKERS = ['PLAT-1', 'PLAT-2', 'PLAT-3', 'PLAT-4', 'PLAT-5'];
const LANGUAGES = ['en', 'de', 'ja'];

/** Chances of one world, from its seed. */
interface Dice {
  one<T>(of: readonly T[]): T;
  often(share: number): boolean;
  upTo(most: number): number;
}

function diceOf(seed: number): Dice {
  const draw = seeded(seed);
  return {
    one: (of) => {
      const chosen = of[Math.floor(draw() * of.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    often: (share) => draw() < share,
    upTo: (most) => Math.floor(draw() * (most + 1)),
  };
}

/** Something that happens to a site. Jira or Holdfast may refuse it: then nothing happened. */
type Happening = (site: ServedSite, dice: Dice) => Promise<unknown>;

const as = (site: ServedSite, who: string): Client => clientOf(site, who);
const control = (site: ServedSite, path: string, body: unknown) =>
  as(site, 'u-admin').send('POST', path, body);
const day = (site: ServedSite, days: number): string =>
  new Date(site.sandbox.clock.now() + days * 86_400_000).toISOString().slice(0, 10);

const EXP = { extension: { project: { key: 'EXP' } } };

async function policyWith(site: ServedSite, changes: Readonly<Record<string, unknown>>): Promise<unknown> {
  const lead = as(site, 'u-lead');
  const { body } = await lead.invoke('project-policy', 'policy/get', {}, EXP);
  const { policy } = body as { policy: Readonly<Record<string, unknown>> };
  return lead.invoke('project-policy', 'policy/save', { policy: { ...policy, ...changes } }, EXP);
}

/** Weighs one rule the same at both checkpoints. */
async function weighing(site: ServedSite, rule: string, weight: string): Promise<void> {
  const { body } = await as(site, 'u-lead').invoke('project-policy', 'policy/get', {}, EXP);
  const { policy } = body as { readonly policy: { readonly rules: object } };
  await policyWith(site, { rules: { ...policy.rules, [rule]: { start: weight, finish: weight } } });
}

const HAPPENINGS: readonly Happening[] = [
  // People
  (site, dice) => control(site, `/sandbox/users/${dice.one(PEOPLE)}`, { active: false }),
  (site, dice) => control(site, `/sandbox/users/${dice.one(PEOPLE)}`, { active: true }),
  (site, dice) => control(site, `/sandbox/users/${dice.one(PEOPLE)}`, { closed: true }),
  // Names, and what they stand for
  (site, dice) =>
    as(site, 'u-admin').send('PUT', `/rest/api/3/issuetype/${dice.one(['10000', '10001'])}`, {
      name: dice.one(['Initiative', 'Bet', '賭け']),
    }),
  (site, dice) =>
    as(site, 'u-admin').send('PUT', '/rest/api/3/issueLinkType/10000', {
      name: 'Need',
      inward: dice.one(['requires', 'is blocked by', 'hängt ab von']),
      outward: dice.one(['is required by', 'blocks']),
    }),
  (site, dice) =>
    as(site, 'u-admin').send('DELETE', `/rest/api/3/issueLinkType/${dice.one(['10000', '10001'])}`),
  // Links and what they lead to
  (site, dice) =>
    as(site, 'u-coo').send('POST', '/rest/api/3/issueLink', {
      type: { name: dice.one(['Blocks', 'Dependency', 'Relates']) },
      inwardIssue: { key: dice.one(BLOCKERS) },
      outwardIssue: { key: dice.one(EPICS) },
    }),
  (site, dice) => as(site, 'u-admin').send('DELETE', `/rest/api/3/issue/${dice.one(BLOCKERS)}`),
  // Types and hierarchy
  (site, dice) =>
    as(site, 'u-lead').send('POST', '/rest/api/3/bulk/issues/move', {
      sendBulkNotification: false,
      targetToSourcesMapping: {
        [dice.one(['EXP,10000', 'EXP,10001', 'EXP,10002'])]: {
          inferClassificationDefaults: true,
          inferFieldDefaults: true,
          inferStatusDefaults: true,
          inferSubtaskTypeDefault: true,
          issueIdsOrKeys: [dice.one([...EPICS, ...STORIES])],
        },
      },
    }),
  (site, dice) =>
    as(site, 'u-lead').send('PUT', `/rest/api/3/issue/${dice.one(STORIES)}`, {
      fields: { parent: { key: dice.one(EPICS) } },
    }),
  // What Jira shows to whom
  (site, dice) =>
    as(site, 'u-lead').send('PUT', `/rest/api/3/issue/${dice.one(EPICS)}`, {
      fields: { security: dice.often(0.5) ? { name: 'Leads only' } : null },
    }),
  (site, dice) =>
    as(site, 'u-lead').send('PUT', `/rest/api/3/issue/${dice.one(STORIES)}`, {
      fields: { security: dice.often(0.5) ? { name: 'Leads only' } : null },
    }),
  (site, dice) => control(site, '/sandbox/switches', { appBrowses: { PLAT: dice.often(0.5) } }),
  (site, dice) =>
    control(site, '/sandbox/switches', {
      language: { site: dice.one(LANGUAGES), 'u-lead': dice.one(LANGUAGES), 'u-viewer': dice.one(LANGUAGES) },
    }),
  (site, dice) => control(site, '/sandbox/switches', { privateZones: [dice.one(PEOPLE)] }),
  // The policy
  (site, dice) => policyWith(site, { childrenFollow: dice.often(0.7) }),
  (site, dice) =>
    policyWith(site, {
      workItemTypes: dice.one<unknown>([
        [{ level: 1 }],
        ['Epic'],
        [{ id: '10000' }, { id: '10001' }],
        [{ id: '10001' }],
      ]),
    }),
  (site, dice) =>
    policyWith(site, {
      waitsFor: dice.one<unknown>([
        'by-words',
        [],
        [{ linkTypeId: '10000', direction: 'inward' }],
        [{ linkTypeId: '10000', direction: 'outward' }],
      ]),
    }),
  (site, dice) => policyWith(site, presets[dice.one(PRESETS)]),
  (site, dice) =>
    as(site, 'u-lead').invoke(
      'project-policy',
      'brake/apply',
      { until: `${day(site, 1 + dice.upTo(3))}T18:00:00Z`, reason: 'The release is stuck' },
      EXP,
    ),
  (site, dice) =>
    as(site, 'u-admin').send('PUT', `/rest/api/3/project/${dice.one(['PLAT', 'BASE'])}`, {
      key: dice.one(['PLAT', 'BASE']),
    }),
  (site, dice) => policyWith(site, { ownerSource: dice.one([{ kind: 'charter' }, { kind: 'assignee' }]) }),
  (site, dice) => weighing(site, 'agreement.rests-on-unacknowledged', dice.one(['off', 'warn', 'block'])),
  (site, dice) => weighing(site, 'agreement.unconfirmed', dice.one(['off', 'warn', 'block'])),
  (site, dice) => weighing(site, 'authority.missing', dice.one(['off', 'warn', 'block'])),
  // The conversation
  (site, dice) =>
    as(site, 'u-cto').panel(dice.one(BLOCKERS), 'agreement/request', {
      providerAccountId: dice.one(PEOPLE),
      deliverable: `Piece ${dice.upTo(1000)}`,
      acceptance: 'It fits',
      neededBy: day(site, 3 + dice.upTo(20)),
    }),
  (site, dice) =>
    as(site, dice.one(PEOPLE)).panel(dice.one(EPICS), 'dri/nominate', { accountId: dice.one(PEOPLE) }),
  (site, dice) => as(site, dice.one(PEOPLE)).panel(dice.one(EPICS), 'dri/accept'),
  (site, dice) =>
    as(site, 'u-coo').panel(dice.one(EPICS), 'agreement/request', {
      providerAccountId: dice.one(PEOPLE),
      deliverable: `Part ${dice.upTo(1000)}`,
      acceptance: 'It runs for a day',
      neededBy: day(site, 3 + dice.upTo(20)),
      ...(dice.often(0.5) && { providerIssueKey: dice.one(BLOCKERS) }),
    }),
  (site, dice) =>
    as(site, dice.one(PEOPLE)).panel(dice.one(EPICS), 'agreement/acknowledge', {
      agreementId: `A${1 + dice.upTo(2)}`,
    }),
  (site, dice) => as(site, dice.one(PEOPLE)).panel(dice.one(EPICS), 'dependencies/declare-none'),
  (site, dice) =>
    as(site, 'u-lead').panel(dice.one(EPICS), 'waiver/grant', {
      rules: [dice.one(['owner.missing', 'dependency.unmapped', 'agreement.unacknowledged', 'owner.shared'])],
      reason: 'The board decided on Friday',
      expiresAt: new Date(site.sandbox.clock.now() + 5 * 86_400_000).toISOString(),
    }),
  // Time
  (site, dice) => control(site, '/sandbox/clock', { advance: `PT${1 + dice.upTo(72)}H` }),
];

export interface World {
  readonly seed: number;
  /** Items to ask about. */
  readonly issueKeys: readonly string[];
}

/** A site in which some things happened, the same at every run of a seed, in each mode in turn. */
export async function happen(site: ServedSite, seed: number): Promise<World> {
  const dice = diceOf(seed);
  await site.sandbox.reset('demo');
  const mode = MODES[seed % MODES.length] ?? 'enforce';
  await policyWith(site, { mode });
  for (let count = 8 + dice.upTo(16); count > 0; count -= 1) await dice.one(HAPPENINGS)(site, dice);
  if (dice.often(0.15)) await control(site, '/sandbox/switches', { appBrowses: { EXP: false } });
  await control(site, '/sandbox/drain', {});
  const open: string[] = [];
  for (const key of [...EPICS, ...STORIES]) {
    const { body } = await as(site, 'u-viewer').get(`/rest/api/3/issue/${key}?fields=status`);
    const status = (body as { fields?: { status: { statusCategory: { key: string } } } }).fields?.status;
    if (status && status.statusCategory.key !== 'done') open.push(key);
  }
  return { seed, issueKeys: open };
}
