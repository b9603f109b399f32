import * as z from 'zod/mini';
import { CHECKPOINTS, MODES, RULES, SEVERITIES, type RuleId } from '../domain/policy/rules';
import { completeRules, INTAKE_FIELDS, siteDefault } from '../domain/policy/policy';
import { entitledTo, type Holder, type Right } from '../domain/access/rights';
import { accountId, LIMITS, once, text } from './input-parts';
import { clocksSchema } from './inputs-clocks';

const ownerSource = once(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('charter') }),
    z.strictObject({ kind: z.literal('assignee') }),
    z.strictObject({
      kind: z.literal('field'),
      fieldId: z.string().check(z.regex(/^[a-z]+(_[0-9]+)?$/, 'not-a-field-id')),
    }),
  ]),
);

const severity = once(() => z.enum(SEVERITIES));
const severities = once(() => z.strictObject({ start: severity(), finish: severity() }));

const issueTypeId = once(() => z.string().check(z.regex(/^[0-9]{1,20}$/, 'not-an-id')));

/** One type by its id, all of a level of the hierarchy, or a name in the caller's language, which is looked up. */
const workItemType = once(() =>
  z.union(
    [
      text(LIMITS.name),
      z.strictObject({ level: z.int().check(z.gte(-1), z.lte(20)) }),
      z.strictObject({
        id: issueTypeId(),
        name: z.optional(z.string().check(z.maxLength(LIMITS.name, 'too-long'))),
      }),
      z.strictObject({ named: text(LIMITS.name) }),
    ],
    'not-a-work-item-type',
  ),
);

/** A link type from the side that waits, by its id, or that side's words in the caller's language. */
const waitingLink = once(() =>
  z.union(
    [
      text(LIMITS.name),
      z.strictObject({
        linkTypeId: issueTypeId(),
        direction: z.enum(['inward', 'outward']),
        words: z.optional(z.string().check(z.maxLength(LIMITS.name, 'too-long'))),
      }),
    ],
    'not-a-link',
  ),
);

type Severities = ReturnType<typeof severities>;

/**
 * Any rule may be left out and then follows what Holdfast ships with: a page opened before a deployment knows none of
 * the rules that came with it, and can still be saved.
 */
const ruleSeverities = once(() =>
  z.pipe(
    z.strictObject(
      Object.fromEntries(RULES.map((id) => [id, z.optional(severities())])) as Record<
        RuleId,
        z.ZodMiniOptional<Severities>
      >,
    ),
    z.transform(completeRules),
  ),
);

/** A role or a group, by its id and the name it had. */
const namedInJira = once(() =>
  z.strictObject({
    id: z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/, 'not-an-id')),
    name: text(LIMITS.name),
  }),
);

/** Lists of its own: what is parsed may be changed. */
function fresh(right: Right) {
  const { editors, sponsor, lead, projectAdmins, parties } = entitledTo(siteDefault, right);
  return { editors, sponsor, lead, projectAdmins, parties, roles: [], groups: [], people: [] };
}

const MOST_NAMED = 50;

/** Who has a right. What a caller leaves out is as Holdfast ships it. */
function entitled(right: Right) {
  const shipped = entitledTo(siteDefault, right);
  const flag = (holder: Holder) => z._default(z.boolean(), shipped[holder]);
  const named = () => z._default(z.array(namedInJira()).check(z.maxLength(MOST_NAMED, 'too-many')), []);
  return once(() =>
    z.strictObject({
      editors: flag('editors'),
      sponsor: flag('sponsor'),
      lead: flag('lead'),
      projectAdmins: flag('projectAdmins'),
      roles: named(),
      groups: named(),
      people: z._default(z.array(accountId()).check(z.maxLength(MOST_NAMED, 'too-many')), []),
      parties: z._default(z.boolean(), shipped.parties),
    }),
  );
}

/** A project's policy as it is saved; `version` is the one that was read, so that two savers cannot overwrite each other. */
export const policySchema = once(() =>
  z.strictObject({
    version: z.int().check(z.gte(0)),
    mode: z.enum(MODES),
    workItemTypes: z.array(workItemType()).check(z.minLength(1, 'required'), z.maxLength(50, 'too-many')),
    waitsFor: z._default(
      z.union([z.literal('by-words'), z.array(waitingLink()).check(z.maxLength(50, 'too-many'))]),
      'by-words',
    ),
    ownerSource: ownerSource(),
    rules: ruleSeverities(),
    minimumDependencies: z.int().check(z.gte(0), z.lte(10)),
    acknowledgementHours: z.int().check(z.gte(1), z.lte(24 * 30)),
    // What came after the first version may be left out by clients that do not know it.
    decidedBy: z.optional(z.enum(['site', 'project'])),
    checkInEveryDays: z._default(z.int().check(z.gte(1), z.lte(90)), siteDefault.checkInEveryDays),
    waivers: z._default(
      z.extend(entitled('waive')(), { longestDays: z.int().check(z.gte(1), z.lte(365)) }),
      () => ({ ...fresh('waive'), longestDays: siteDefault.waivers.longestDays }),
    ),
    rights: z._default(
      z.strictObject({
        grant: z._default(entitled('grant')(), () => fresh('grant')),
        decide: z._default(entitled('decide')(), () => fresh('decide')),
      }),
      () => ({ grant: fresh('grant'), decide: fresh('decide') }),
    ),
    intake: z._default(z.array(z.enum(INTAKE_FIELDS)), []),
    childrenFollow: z._default(z.boolean(), false),
    nominateAssignee: z._default(z.boolean(), false),
    sharesNumbers: z._default(z.boolean(), false),
    clocks: clocksSchema(),
  }),
);

/** One transition's rule configuration, as its page saves it and the gate reads it. */
export const transitionRuleSchema = once(() =>
  z.strictObject({
    checkpoint: z.enum(CHECKPOINTS),
    mode: z.optional(z.enum(MODES)),
    savedMode: z.optional(z.enum(MODES)),
    types: z.optional(
      z.array(
        z.union([z.strictObject({ level: z.int() }), z.strictObject({ id: z.string(), name: z.string() })]),
      ),
    ),
    alsoBlock: z._default(z.array(z.enum(RULES)), []),
    onOutage: z._default(z.enum(['closed', 'open']), 'closed'),
  }),
);

/** A policy as a caller gives it: types and links may still be names. */
export type PolicyInput = z.output<ReturnType<typeof policySchema>>;
