import * as agreementCountered from './agreement/countered';
import * as agreementDeclined from './agreement/declined';
import * as agreementOpen from './agreement/open';
import * as agreementOverdue from './agreement/overdue';
import * as agreementProviderInactive from './agreement/provider-inactive';
import * as agreementRestsOnUnacknowledged from './agreement/rests-on-unacknowledged';
import * as agreementSelfDealt from './agreement/self-dealt';
import * as agreementUnacknowledged from './agreement/unacknowledged';
import * as agreementUnconfirmed from './agreement/unconfirmed';
import * as authorityExpired from './authority/expired';
import * as authorityMissing from './authority/missing';
import * as briefIncomplete from './brief/incomplete';
import * as checkinContradicted from './checkin/contradicted';
import * as checkinOffTrack from './checkin/off-track';
import * as checkinStale from './checkin/stale';
import * as decisionOverdue from './decision/overdue';
import * as dependenciesTooFew from './dependencies/too-few';
import * as dependenciesUndeclared from './dependencies/undeclared';
import * as dependencyUnmapped from './dependency/unmapped';
import * as escalationUnanswered from './escalation/unanswered';
import * as ownerInactive from './owner/inactive';
import * as ownerMissing from './owner/missing';
import * as ownerNotAPerson from './owner/not-a-person';
import * as ownerNotAccepted from './owner/not-accepted';
import * as ownerShared from './owner/shared';
import type { Check, Rule, RuleGroup } from './rule';

/** Every rule the gate knows, most unblocking first: the order in which findings are told. */
const LIST = [
  ownerMissing.rule,
  ownerShared.rule,
  ownerNotAPerson.rule,
  ownerInactive.rule,
  ownerNotAccepted.rule,
  dependencyUnmapped.rule,
  agreementDeclined.rule,
  agreementCountered.rule,
  agreementProviderInactive.rule,
  agreementUnacknowledged.rule,
  agreementSelfDealt.rule,
  agreementOverdue.rule,
  agreementUnconfirmed.rule,
  agreementRestsOnUnacknowledged.rule,
  agreementOpen.rule,
  dependenciesUndeclared.rule,
  dependenciesTooFew.rule,
  authorityMissing.rule,
  authorityExpired.rule,
  briefIncomplete.rule,
  checkinContradicted.rule,
  checkinOffTrack.rule,
  decisionOverdue.rule,
  escalationUnanswered.rule,
  checkinStale.rule,
] as const;

export type RuleId = (typeof LIST)[number]['id'];

/** The ids of a group. */
export type RuleIn<G extends RuleGroup> = Extract<(typeof LIST)[number], { readonly group: G }>['id'];

/** A rule as it is listed. */
export interface Listed extends Rule {
  readonly id: RuleId;
  readonly partOf?: RuleId;
}

/** The rules in the order in which findings are listed, by what everybody may know of them. */
export const LISTED: readonly Listed[] = LIST;

/** Their ids, in the order in which findings are listed. */
export const RULES: readonly RuleId[] = /* @__PURE__ */ LISTED.map(({ id }) => id);

/** The rules of a group, in the order in which findings are listed. */
export const rulesIn = (group: RuleGroup): readonly RuleId[] =>
  LISTED.filter((rule) => rule.group === group).map(({ id }) => id);

/** How the gate asks each of them. Apart from the list, so that a page which only names rules need not load this. */
export const CHECKS = {
  'owner.missing': ownerMissing.check,
  'owner.shared': ownerShared.check,
  'owner.not-a-person': ownerNotAPerson.check,
  'owner.inactive': ownerInactive.check,
  'owner.not-accepted': ownerNotAccepted.check,
  'dependency.unmapped': dependencyUnmapped.check,
  'agreement.declined': agreementDeclined.check,
  'agreement.countered': agreementCountered.check,
  'agreement.provider-inactive': agreementProviderInactive.check,
  'agreement.unacknowledged': agreementUnacknowledged.check,
  'agreement.self-dealt': agreementSelfDealt.check,
  'agreement.overdue': agreementOverdue.check,
  'agreement.unconfirmed': agreementUnconfirmed.check,
  'agreement.rests-on-unacknowledged': agreementRestsOnUnacknowledged.check,
  'agreement.open': agreementOpen.check,
  'dependencies.undeclared': dependenciesUndeclared.check,
  'dependencies.too-few': dependenciesTooFew.check,
  'authority.missing': authorityMissing.check,
  'authority.expired': authorityExpired.check,
  'brief.incomplete': briefIncomplete.check,
  'checkin.contradicted': checkinContradicted.check,
  'checkin.off-track': checkinOffTrack.check,
  'decision.overdue': decisionOverdue.check,
  'escalation.unanswered': escalationUnanswered.check,
  'checkin.stale': checkinStale.check,
} as const;

type FactsIn<C> = C extends Check<infer Facts> ? Facts : never;

/** The facts of a finding, by rule; a rule without its check does not compile here. */
export type FactsByRule = { readonly [R in RuleId]: FactsIn<(typeof CHECKS)[R]> };
