import { isOpen, isOverdue, isPromised } from '../../charter/agreement/agreement';
import { offTrackSaid } from '../../charter/check-in/off-track';
import { agreementAsSeen, type SeesIssue } from '../../charter/hidden-issues';
import { evaluate, nextCheckpoint } from '../../gate/evaluate';
import type { Subject } from '../../gate/subject';
import { bySideName, providerSide, sideKey, type Side } from '../../team/side';
import type { IssueTypeFact } from '../../policy/scope';
import type { Instant } from '../../values';
import { decisionsDue } from './decisions-due';
import { snapshotOf } from './snapshot';

/** What is asked of one provider and not settled. */
export interface HandoffLoad {
  readonly provider: Side;
  /** Asked for, and neither taken nor taken back. */
  readonly open: number;
  /** Of those: without a yes. */
  readonly unacknowledged: number;
  /** Of those: promised, and the day is over. */
  readonly overdue: number;
}

/** A project's open items in numbers alone: they name no item and nobody. */
export interface Figures {
  readonly items: number;
  /** Items that pass the accountability test. */
  readonly passing: number;
  readonly promises: number;
  /** Of those: without an answer for longer than the policy allows. */
  readonly unanswered: number;
  /** Of the promises: given, and their day is over. */
  readonly overdue: number;
  /** Questions put to somebody whose day or time for an answer has come. */
  readonly decisionsDue: number;
  /** Items whose owner says that they are off track. */
  readonly offTrack: number;
  /** Items that at least one rule holds back at their next step, were the policy enforced. */
  readonly heldBack: number;
  /** Items that the app may not see: nothing is said of them. */
  readonly notKnown: number;
  /** Items that are epics, so that a page may speak of epics where all are. */
  readonly epics: number;
}

/** A project's open items in a few numbers. Those of two sets of items, put together, are those of both. */
export interface Summary extends Figures {
  /** In the order of their names: nobody is ranked. */
  readonly handoffs: readonly HandoffLoad[];
}

/** One open item, counted; of a provider's own issue that the reader may not see, nothing is told. */
export function summaryOf(subject: Subject, now: Instant, sees: SeesIssue): Summary {
  const { charter, item } = subject;
  const open = charter.agreements.filter(isOpen);
  const { passes, promises, unanswered } = snapshotOf(subject, now);
  const gate = evaluate(subject, nextCheckpoint(item), now);
  return {
    items: 1,
    passing: passes ? 1 : 0,
    promises,
    unanswered,
    overdue: open.filter((agreement) => isOverdue(agreement, now)).length,
    decisionsDue: decisionsDue(subject, now).length,
    offTrack: offTrackSaid(charter) ? 1 : 0,
    heldBack: gate.strictVerdict === 'block' ? 1 : 0,
    notKnown: 0,
    epics: item.type.level === 1 ? 1 : 0,
    handoffs: merged(
      open
        .filter(({ status }) => status !== 'accepted')
        .map((agreement) => ({
          provider: providerSide(agreementAsSeen(agreement, sees), subject.policy),
          open: 1,
          unacknowledged: isPromised(agreement) ? 0 : 1,
          overdue: isOverdue(agreement, now) ? 1 : 0,
        })),
    ),
  };
}

/** An item that the app may not see. */
export const notKnown = (type: IssueTypeFact): Summary => ({
  ...summarised([]),
  items: 1,
  notKnown: 1,
  epics: type.level === 1 ? 1 : 0,
});

/** The numbers of a summary, without whom they speak of. */
export const figuresIn = ({ handoffs: _, ...figures }: Summary): Figures => figures;

export const summarised = (parts: readonly Summary[]): Summary => {
  const sum = (of: (part: Summary) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return {
    items: sum(({ items }) => items),
    passing: sum(({ passing }) => passing),
    promises: sum(({ promises }) => promises),
    unanswered: sum(({ unanswered }) => unanswered),
    overdue: sum(({ overdue }) => overdue),
    decisionsDue: sum(({ decisionsDue: due }) => due),
    offTrack: sum(({ offTrack }) => offTrack),
    heldBack: sum(({ heldBack }) => heldBack),
    notKnown: sum(({ notKnown }) => notKnown),
    epics: sum(({ epics }) => epics),
    handoffs: merged(parts.flatMap(({ handoffs }) => handoffs)),
  };
};

function merged(loads: readonly HandoffLoad[]): readonly HandoffLoad[] {
  const byProvider = new Map<string, HandoffLoad>();
  for (const { provider, open, unacknowledged, overdue } of loads) {
    const key = sideKey(provider);
    const so = byProvider.get(key);
    byProvider.set(key, {
      provider,
      open: open + (so?.open ?? 0),
      unacknowledged: unacknowledged + (so?.unacknowledged ?? 0),
      overdue: overdue + (so?.overdue ?? 0),
    });
  }
  return [...byProvider.values()].sort((a, b) => bySideName(a.provider, b.provider));
}

export interface WeakHandoff extends HandoffLoad {
  /** A chart says that it loosens. */
  readonly loosening: boolean;
}

/**
 * The handoffs that most need a conversation: first by how many promises are overdue or unacknowledged, where a chart
 * that loosens counts as one more. What is in order is never among them, however few others there are.
 */
export function weakest(
  handoffs: readonly HandoffLoad[],
  loosening: readonly Side[],
  most: number,
): readonly WeakHandoff[] {
  const loose = new Map(loosening.map((provider) => [sideKey(provider), provider]));
  const quiet = handoffs.map(({ provider }) => sideKey(provider));
  const unasked = [...loose]
    .filter(([key]) => !quiet.includes(key))
    .map(([, provider]): HandoffLoad => ({ provider, open: 0, unacknowledged: 0, overdue: 0 }));
  const weight = ({ overdue, unacknowledged, loosening: is }: WeakHandoff): number =>
    overdue + unacknowledged + (is ? 1 : 0);
  return [...handoffs, ...unasked]
    .map((load): WeakHandoff => ({ ...load, loosening: loose.has(sideKey(load.provider)) }))
    .filter((one) => weight(one) > 0)
    .sort((a, b) => weight(b) - weight(a) || b.overdue - a.overdue || bySideName(a.provider, b.provider))
    .slice(0, most);
}
