import * as z from 'zod/mini';
import type { BrakeOn } from '../../domain/policy/brake';
import { INTAKE_FIELDS, type OwnerSource, type Policy } from '../../domain/policy/policy';
import { MODES, RULES, SEVERITIES, type RuleId } from '../../domain/policy/rules';
import type { WaitingLink, WorkItemType } from '../../domain/policy/scope';
import { clocks } from './clocks';
import { account, instant, list, maybe, schemaOf } from './schema-of';

export const brakeOn = schemaOf<BrakeOn>()(
  z.strictObject({
    of: z.enum(['project', 'site']),
    since: instant,
    until: instant,
    reason: z.string(),
    by: account,
  }),
);

const severity = z.enum(SEVERITIES);
const severities = z.strictObject({ start: severity, finish: severity });

export const workItemType = schemaOf<WorkItemType>()(
  z.union([
    z.strictObject({ level: z.int() }),
    z.strictObject({ id: z.string(), name: z.string() }),
    z.strictObject({ named: z.string() }),
  ]),
);

export const waitingLink = schemaOf<WaitingLink>()(
  z.strictObject({
    linkTypeId: z.string(),
    direction: z.enum(['inward', 'outward']),
    words: z.string(),
  }),
);

/** The parts of what a policy names that Jira no longer has, but for its types. */
export const lostParts = {
  links: list(waitingLink),
  ownerField: maybe(z.string()),
  /** No link type of the site counts as waiting: blocking links are not noticed. */
  waitsForNothing: z.boolean(),
};

export const ownerSource = schemaOf<OwnerSource>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('charter') }),
    z.strictObject({ kind: z.literal('assignee') }),
    z.strictObject({ kind: z.literal('field'), fieldId: z.string() }),
  ]),
);

const namedInJira = z.strictObject({ id: z.string(), name: z.string() });

const entitled = z.strictObject({
  editors: z.boolean(),
  sponsor: z.boolean(),
  lead: z.boolean(),
  projectAdmins: z.boolean(),
  roles: list(namedInJira),
  groups: list(namedInJira),
  people: list(account),
  parties: z.boolean(),
});

/** `version` is the record's own: sent back when saving, so that nobody is overwritten. */
export const policy = schemaOf<Policy>()(
  z.strictObject({
    version: z.int(),
    decidedBy: z.optional(z.enum(['site', 'project'])),
    mode: z.enum(MODES),
    workItemTypes: list(workItemType),
    waitsFor: z.union([z.literal('by-words'), list(waitingLink)]),
    ownerSource,
    rules: z.strictObject(
      Object.fromEntries(RULES.map((id) => [id, severities])) as Record<RuleId, typeof severities>,
    ),
    minimumDependencies: z.int(),
    acknowledgementHours: z.number(),
    checkInEveryDays: z.int(),
    waivers: z.extend(entitled, { longestDays: z.int() }),
    rights: z.strictObject({ grant: entitled, decide: entitled }),
    intake: list(z.enum(INTAKE_FIELDS)),
    childrenFollow: z.boolean(),
    nominateAssignee: z.boolean(),
    sharesNumbers: z.boolean(),
    clocks,
    brake: maybe(brakeOn),
  }),
);
