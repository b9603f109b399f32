import type { AccountId, Instant } from '../values';
import type { BrakeOn } from './brake';
import { defaultClocks, type Clocks } from './clock-policy';
import type { WithPresence } from '../team/presence';
import type { WithKnownLinks } from './known-links';
import { defaultRights, nobodyEntitled, type Entitled, type Rights } from '../access/rights';
import { typesWithout, type WaitsFor, type WorkItemType } from './scope';
import {
  LISTED,
  MODES,
  SEVERITIES,
  type Checkpoint,
  type Listed,
  type Mode,
  type RuleId,
  type Severity,
} from './rules';

/** Where the name of the owner is read from, until the charter has a DRI. */
export type OwnerSource =
  | { readonly kind: 'charter' }
  | { readonly kind: 'assignee' }
  /** Any Jira user field, by id such as `customfield_10050`; single or multi is seen from its value. */
  | { readonly kind: 'field'; readonly fieldId: string };

/** Who may let named rules pass for a while, and for how long at most. */
export interface WaiverPolicy extends Entitled {
  readonly longestDays: number;
}

/** What a request may be asked to bring beyond the deliverable, its acceptance and its day. */
export const INTAKE_FIELDS = ['impact', 'inputs', 'providerIssueKey'] as const;
export type IntakeField = (typeof INTAKE_FIELDS)[number];

export type RuleSeverities = Readonly<Record<RuleId, Readonly<Record<Checkpoint, Severity>>>>;

/** What a project holds firmly. */
export interface Policy extends WithPresence, WithKnownLinks {
  /** Raised by one at every save; 0 is what Holdfast ships with. */
  readonly version: number;
  /** Where it was decided; absent for what Holdfast ships with. */
  readonly decidedBy?: 'site' | 'project' | undefined;
  readonly mode: Mode;
  /** The issue types under policy; everything else runs untouched. */
  readonly workItemTypes: readonly WorkItemType[];
  /** The links that say that an item waits for another. */
  readonly waitsFor: WaitsFor;
  readonly ownerSource: OwnerSource;
  readonly rules: RuleSeverities;
  /** Agreements asked for at least, unless the DRI declares that there are none. */
  readonly minimumDependencies: number;
  /** Hours a provider has to answer a request. */
  readonly acknowledgementHours: number;
  /** Days between two check-ins of a DRI. */
  readonly checkInEveryDays: number;
  readonly waivers: WaiverPolicy;
  readonly rights: Rights;
  /** Fields a request must bring. */
  readonly intake: readonly IntakeField[];
  /** Items outside the policy start only once their parent may: no story starts under an ownerless epic. */
  readonly childrenFollow: boolean;
  /** Whoever Jira assigns is nominated at once, where nobody is; accepting stays theirs. */
  readonly nominateAssignee: boolean;
  /** A project's numbers, without items, may be seen by whoever browses it, also over items that they may not see. */
  readonly sharesNumbers: boolean;
  /** How hours are counted, and who is told what when they have run out. */
  readonly clocks: Clocks;
  /** Why it observes for now, whatever was decided. Never saved. */
  readonly brake?: BrakeOn;
}

/** Severities of every rule, each as told by the rule. */
export const weighedBy = (severities: (rule: Listed) => RuleSeverities[RuleId]): RuleSeverities =>
  Object.fromEntries(
    LISTED.map((rule): [RuleId, RuleSeverities[RuleId]] => [rule.id, severities(rule)]),
  ) as RuleSeverities;

/** What holds where a project has not decided otherwise: everything is recorded and told, and nothing is refused. */
export const siteDefault: Policy = {
  version: 0,
  mode: 'observe',
  workItemTypes: [{ level: 1 }],
  waitsFor: 'by-words',
  ownerSource: { kind: 'charter' },
  rules: weighedBy(({ defaults }) => defaults),
  minimumDependencies: 2,
  acknowledgementHours: 24,
  checkInEveryDays: 7,
  waivers: { ...nobodyEntitled, projectAdmins: true, parties: true, longestDays: 30 },
  rights: defaultRights,
  intake: [],
  childrenFollow: false,
  nominateAssignee: false,
  sharesNumbers: false,
  clocks: defaultClocks,
};

/** Rules as somebody gave or saved them who may not have known all there are. */
export type SomeSeverities = { readonly [R in RuleId]?: RuleSeverities[R] | undefined };

/**
 * Every rule with a severity: those that were left out follow what Holdfast ships with. What was a part of another rule
 * once goes on as that was weighed.
 */
export const completeRules = (some: SomeSeverities): RuleSeverities =>
  weighedBy(({ id, partOf, defaults }) => some[id] ?? (partOf && some[partOf]) ?? defaults);

/** One saved version of a policy; `policy` is null where it went back to following the one above it. */
export interface PolicyVersion {
  readonly version: number;
  readonly savedAt: Instant;
  readonly savedBy: AccountId;
  readonly policy: Policy | null;
}

/** What one transition's rule adds. It may only tighten: a looser wish is ignored. */
export interface TransitionRule {
  readonly checkpoint: Checkpoint;
  /** The configuration names no checkpoint: what blocks at either blocks here, whatever `checkpoint` says. */
  readonly unreadable?: true | undefined;
  /** Absent: the project's mode. */
  readonly mode?: Mode | undefined;
  /** The mode in force when the rule was saved: what counts while the policy cannot be read. */
  readonly savedMode?: Mode | undefined;
  /** Types that it holds whatever the project's policy covers. Absent: see `typesOf`. */
  readonly types?: readonly WorkItemType[] | undefined;
  /** Rules that block here whatever the project says. */
  readonly alsoBlock: readonly RuleId[];
  /** What happens when Jira or storage does not answer. */
  readonly onOutage: 'closed' | 'open';
}

/** The stricter of a project's mode and a rule's, where the rule has one. */
export const strictest = (a: Mode, b: Mode = 'observe'): Mode =>
  MODES.indexOf(a) >= MODES.indexOf(b) ? a : b;

/** The mode in which a transition applies a policy: nothing is stricter than a brake. */
export const modeAt = (
  { mode, brake }: Pick<Policy, 'mode' | 'brake'>,
  rule: Pick<TransitionRule, 'mode'>,
): Mode => (brake ? mode : strictest(mode, rule.mode));

/** What counts at a transition while the policy cannot be read: the mode last known, or else the strictest. */
export const modeUnread = ({ mode, savedMode }: TransitionRule, lastRead?: Mode): Mode =>
  strictest(lastRead ?? savedMode ?? 'enforce', mode);

/** The severities of both checkpoints, each as strict as the stricter of the two. */
function levelled({ start, finish }: RuleSeverities[RuleId]): RuleSeverities[RuleId] {
  const both = SEVERITIES.indexOf(start) >= SEVERITIES.indexOf(finish) ? start : finish;
  return { start: both, finish: both };
}

/**
 * The types a rule holds beside those of the project's policy: those it names, or else, where it enforces by itself, those
 * of the policy above. A project that narrows its policy frees no transition whose rule enforces.
 */
const typesOf = ({ types, mode }: TransitionRule, above: Policy): readonly WorkItemType[] =>
  types ?? (mode === 'enforce' ? above.workItemTypes : []);

/**
 * The project's policy as one transition applies it.
 *
 * @param above what the project would follow if it had decided nothing
 */
export const tighten = (policy: Policy, rule: TransitionRule, above: Policy = policy): Policy => ({
  ...policy,
  workItemTypes: [...policy.workItemTypes, ...typesWithout(typesOf(rule, above), policy.workItemTypes)],
  mode: modeAt(policy, rule),
  rules: weighedBy(({ id }) => {
    const severities = rule.unreadable ? levelled(policy.rules[id]) : policy.rules[id];
    return rule.alsoBlock.includes(id) ? { ...severities, [rule.checkpoint]: 'block' } : severities;
  }),
});
