import type { AccountId, Instant } from '../../values';
import type { Checkpoint, Severity } from '../severity';
import type { SubjectFacts } from '../subject';

/** The questions a reader asks of a work item, in the order in which pages list their rules. */
export const GROUPS = ['owner', 'dependencies', 'authority', 'brief', 'followThrough'] as const;
export type RuleGroup = (typeof GROUPS)[number];

/** The four things that a first policy is asked about; everything else is told and holds nothing back. */
export const FIRST_QUESTIONS = ['one-owner', 'accepted', 'blockers-promised', 'promises-answered'] as const;
export type FirstQuestion = (typeof FIRST_QUESTIONS)[number];

/**
 * What everybody may know of a rule without asking it: pages list and weigh rules, and load no more than this of them.
 * A rule's file exports it as `rule`, and beside it the `check`.
 */
export interface Rule {
  /** Stored in policies, waivers and passages: never changed. The path of the rule's file, with a dot. */
  readonly id: string;
  readonly group: RuleGroup;
  /** Its place among the rules of its group on a page; those without one follow, in the order in which findings are listed. */
  readonly row?: number;
  /** How much it weighs where nobody decided; a policy saved before there was the rule follows this. */
  readonly defaults: Readonly<Record<Checkpoint, Severity>>;
  /** How much it weighs in the strict preset, where that is not as shipped. */
  readonly strict?: Readonly<Record<Checkpoint, Severity>>;
  /** The rule that this one was once a part of: who weighed or waived the whole, weighed or waived the part. */
  readonly partOf?: string;
  /** Which of the first questions it is a part of; absent for what comes later. */
  readonly asks?: FirstQuestion;
  /** Where Jira's own history tells of it for a time before Holdfast: in the field that names the owner, or in links. */
  readonly inJira?: 'owner-source' | 'links';
}

/**
 * Rules of which one is told, as steps of one thing. Of the unmet steps it is the heaviest, so that a step that is off or
 * warns hides none that blocks, and of equal ones the first.
 * - `owner`, `question`: a waived step is passed over, and the next one told
 * - `declaring`: a waiver of the heaviest step lets the others pass as well
 */
export type Path = 'owner' | 'declaring' | 'question';

/** How the gate asks a rule. `Facts` are what its wording needs. */
export interface Check<Facts extends object> {
  /** The one checkpoint at which it is asked; absent: at both. */
  readonly at?: Checkpoint;
  readonly path?: Path;
  /** What the path is about, where an item has several of its kind. */
  readonly about?: (facts: Facts) => string;
  /**
   * Everything that is unmet, each by its facts.
   *
   * @throws NotRead where it asks about somebody nobody read
   */
  readonly unmet: (subject: SubjectFacts, now: Instant) => readonly Facts[];
  /** Who can make it go away; empty where anyone who may edit the item can. */
  readonly who: (facts: Facts, dri: AccountId | undefined) => readonly AccountId[];
}

/** A rule whose wording needs nothing but the rule. */
export type NoFacts = Readonly<Record<never, never>>;

/** Anyone who may edit the item. */
export const anyone = (): readonly AccountId[] => [];

/** The DRI; anyone who may edit the item while there is none. */
export const theDri = (_facts: object, dri: AccountId | undefined): readonly AccountId[] =>
  dri ? [dri] : [];
