import type { Charter } from '../../domain/charter/charter';
import type { Borders } from '../../domain/gate/border';
import { nextCheckpoint } from '../../domain/gate/evaluate';
import type { WorkItem } from '../../domain/gate/item';
import { peopleRead } from '../../domain/gate/people';
import { subjectOf } from '../../domain/gate/build-subject';
import { peopleAsked, type Subject } from '../../domain/gate/subject';
import { tighten, type Policy, type TransitionRule } from '../../domain/policy/policy';
import { isUnderPolicy } from '../../domain/gate/coverage';
import type { AccountId, IssueKey } from '../../domain/values';
import { foundAgain, ownOrNone, type FoundAgain } from './own-charter';
import type { CharterStore, StoredCharter } from '../charter/ports';
import type { StoredPolicy } from '../policy/ports';
import type { Jira } from '../ports';
import type { RawWorkItem, Reading } from './ports';
import { policyFor } from './policy-for';
import { readPeople, type People } from './read-people';
import { asksWhatRests, readRestsOn, type RestsOnPorts } from './rests-on';

export interface SubjectPorts extends RestsOnPorts {
  readonly jira: RestsOnPorts['jira'] & Pick<Jira, 'workItem' | 'people'>;
  readonly charters: RestsOnPorts['charters'] & Pick<CharterStore, 'read' | 'find'>;
}

export interface SubjectOptions {
  /** The transition whose rule tightens the policy. */
  readonly rule?: TransitionRule | undefined;
  /** What was typed on the transition screen, laid over the item as Jira has it. */
  readonly onScreen?: ((item: WorkItem, reading: Reading) => WorkItem) | undefined;
  /** Another charter than the one that holds now, such as that of the moment of a move. */
  readonly charterOf?: ((stored: StoredCharter) => Charter) | undefined;
  /** Whom the answer may name besides: read with people that are missing, and never in a wave of their own. */
  readonly alsoNamed?:
    ((charter: Charter, own: StoredCharter, policy: Policy) => readonly AccountId[]) | undefined;
  /** Reads what promises rest on only where that can hold something back, for who answers before it is asked elsewhere. */
  readonly onlyBlocking?: boolean | undefined;
}

/** One work item, read by the app: whole, or not at all. */
export type SubjectRead =
  | {
      readonly kind: 'read';
      readonly subject: Subject;
      readonly raw: RawWorkItem;
      /** The item's own charter; empty where another item's lies under its key. */
      readonly stored: StoredCharter;
      /** What lies under its key, whosever it is. */
      readonly underKey: StoredCharter;
      readonly policy: StoredPolicy;
      /** Everyone who was read on the way. */
      readonly people: People;
      /** What the gate's rules met in the project of its key. */
      readonly borders?: Borders | undefined;
      /** Where its charter and its project's records lie, if not under the keys they have. */
      readonly lying: Pick<FoundAgain, 'lyingUnder' | 'home'>;
    }
  | NotShown;

/** Jira does not show an item to the app: nothing about it is known, and no verdict rests on it. */
export interface NotShown {
  readonly kind: 'not-shown';
  /** What is not shown: the item itself, or one above it whose gate it follows. */
  readonly hiddenKey: IssueKey;
  readonly stored: StoredCharter;
  /** What lies under its key, whosever it is. */
  readonly underKey: StoredCharter;
  readonly policy: StoredPolicy;
}

/** How far up a child looks for an item under policy: more levels than any hierarchy of Jira has. */
export const MOST_LEVELS = 10;

/** Only a start asks the item above. */
const AT_START = ['start'] as const;

/**
 * Everything an evaluation asks about one item, read as the app, so that every surface evaluates the same facts.
 * One wave of two reads; another where something lies under a former key; a second one for people that the item's own fields did not bring, and for what promises rest on
 * where they name an issue and a rule asks; one more for each level that is climbed to the item whose gate this one follows.
 *
 * @throws Unavailable when Jira or storage gave nothing to go by.
 */
export async function readSubject(
  issueKey: IssueKey,
  ports: SubjectPorts,
  { rule, onScreen, charterOf, alsoNamed, onlyBlocking }: SubjectOptions = {},
): Promise<SubjectRead> {
  const [raw, underKey] = await Promise.all([
    ports.jira.workItem('app', issueKey),
    ports.charters.read(issueKey),
  ]);
  if (!raw) return { kind: 'not-shown', hiddenKey: issueKey, underKey: underKey.stored, ...underKey };
  const { stored, policy, borders, lyingUnder, home } = await foundAgain(raw, underKey, ports);
  const effective = effectivePolicy(policy, raw, rule);
  const read = raw.toWorkItem(effective);
  const item = onScreen ? onScreen(read, effective) : read;
  const own = ownOrNone(stored, raw.issueId);
  const charter = charterOf ? charterOf(own) : own.charter;
  const asked = peopleAsked({ charter, item });
  const isComplete = asked.every((accountId) => item.people[accountId]);
  const resting = {
    item,
    charter,
    policy: effective,
    checkpoints: rule && [rule.checkpoint],
    onlyBlocking,
  };
  // Words alone are worth no wave; where there is one anyhow, whoever they name comes along.
  const named = isComplete && !asksWhatRests(resting) ? [] : (alsoNamed?.(charter, own, effective) ?? []);
  const [people, restsOn, above] = await Promise.all([
    readPeople(ports.jira, 'app', [...asked, ...named], item.people),
    readRestsOn([resting], ports).then((of) => of(resting)),
    item.parent && followsAbove(effective, item, rule)
      ? findAncestor(item.parent, { rule: rule && atStart(rule), onlyBlocking }, ports, MOST_LEVELS)
      : undefined,
  ]);
  if (above && 'hiddenKey' in above) {
    return { kind: 'not-shown', hiddenKey: above.hiddenKey, stored: own, underKey: underKey.stored, policy };
  }
  const subject = subjectOf({ item, charter, people: peopleRead(people), policy: effective, restsOn, above });
  const lying = { ...(lyingUnder !== undefined && { lyingUnder }), ...(home !== undefined && { home }) };
  return {
    kind: 'read',
    subject,
    raw,
    stored: own,
    underKey: underKey.stored,
    policy,
    people,
    borders,
    lying,
  };
}

function effectivePolicy(stored: StoredPolicy, raw: RawWorkItem, rule: TransitionRule | undefined): Policy {
  const policy = policyFor(stored, raw.projectId);
  return rule ? tighten(policy, rule, stored.above) : policy;
}

/** Whether an item that is about to start may do so only once the one above it may. */
export const followsAbove = (policy: Policy, item: WorkItem, rule?: TransitionRule): boolean =>
  policy.childrenFollow &&
  (rule?.checkpoint ?? nextCheckpoint(item)) === 'start' &&
  !isUnderPolicy(policy, item.type);

/** Only a start asks the item above, so that a rule without a checkpoint asks no more of it than a start would. */
const atStart = ({ unreadable: _, ...rule }: TransitionRule): TransitionRule => rule;

/** An item above with its record: at once, or one after the other where only its id is known. */
async function readAbove({ issueId, issueKey }: NonNullable<WorkItem['parent']>, ports: SubjectPorts) {
  if (issueKey !== '') {
    const [raw, read] = await Promise.all([
      ports.jira.workItem('app', issueKey),
      ports.charters.read(issueKey),
    ]);
    return { raw, ...(raw ? await foundAgain(raw, read, ports) : read) };
  }
  const raw = await ports.jira.workItem('app', issueId);
  return raw ? { raw, ...(await foundAgain(raw, await ports.charters.read(raw.issueKey), ports)) } : { raw };
}

/** The nearest item above that is under its own project's policy; undefined where there is none. */
async function findAncestor(
  parent: NonNullable<WorkItem['parent']>,
  options: Pick<SubjectOptions, 'rule' | 'onlyBlocking'>,
  ports: SubjectPorts,
  levels: number,
): Promise<Subject | { readonly hiddenKey: IssueKey } | undefined> {
  const above = await readAbove(parent, ports);
  if (!above.raw) return { hiddenKey: parent.issueKey || parent.issueId };
  const { raw, stored, policy } = above;
  const effective = effectivePolicy(policy, raw, options.rule);
  const item = raw.toWorkItem(effective);
  if (!isUnderPolicy(effective, item.type)) {
    return item.parent && levels > 1 ? findAncestor(item.parent, options, ports, levels - 1) : undefined;
  }
  const { charter } = ownOrNone(stored, raw.issueId);
  const { onlyBlocking } = options;
  const resting = { item, charter, policy: effective, checkpoints: AT_START, onlyBlocking };
  const [people, restsOn] = await Promise.all([
    readPeople(ports.jira, 'app', peopleAsked({ charter, item }), item.people),
    readRestsOn([resting], ports).then((of) => of(resting)),
  ]);
  return subjectOf({ item, charter, people: peopleRead(people), policy: effective, restsOn });
}
