import { isOpen, isUnsettled, type Agreement } from '../../src/domain/charter/agreement/agreement';
import { dayIsOver, localDate } from '../../src/domain/time/local-date';
import { acceptedDri, type Charter } from '../../src/domain/charter/charter';
import type { CharterEvent } from '../../src/domain/charter/events';
import { evolve } from '../../src/domain/charter/evolve';
import { namedUnmapped } from '../../src/domain/gate/blockers';
import type { WorkItem } from '../../src/domain/gate/item';
import type { RuleId } from '../../src/domain/policy/rules';
import { addHours, later, type Instant } from '../../src/domain/time/time';
import type { AccountId } from '../../src/domain/values';
import { singleField, somebody } from './items';
import type { GateQuestion } from './subject';

export type Situation = GateQuestion;

/** Somebody who owns, asked for and promised nothing yet: no repair may create a conflict of roles. */
const NEWCOMER: AccountId = 'u-newcomer';
const SPONSOR: AccountId = 'u-sponsor';

/**
 * Ways to take one defect out of a situation and leave everything else as it is. Each gives every way it applies.
 * A repair does whole what people would do in steps, so that nothing is half done afterwards:
 * - an agreement is acknowledged while its day has not passed: a promise for yesterday would be another defect
 * - a declined agreement is withdrawn together with asking somebody who says yes: its blocking issue stays covered
 * - nobody asks for anything while the DRI's statement stands that nothing, or nothing else, is needed: asking takes it back
 * - a new owner brings their own authority: the old owner's ends with them
 */
export interface Repair {
  readonly removes: RuleId;
  readonly ways: (situation: Situation) => readonly Situation[];
}

const after = (situation: Situation, ...events: readonly CharterEvent[]): Situation => ({
  ...situation,
  charter: events.reduce(evolve, situation.charter),
});

const withItem = (situation: Situation, more: Partial<WorkItem>): Situation => ({
  ...situation,
  item: { ...situation.item, ...more },
});

const openOnes = ({ agreements }: Charter, status: Agreement['status']) =>
  agreements.filter((agreement) => agreement.status === status);

/** The DRI's word stands on what is needed, and a request would take it back. */
const isStated = ({ charter }: Situation): boolean =>
  charter.noDependencies !== null || charter.noFurtherDependencies !== undefined;

/** A request to a newcomer and their yes; where work ends, with all that follows: what is only promised is still open. */
function promise(
  { charter, checkpoint, now }: Situation,
  providerIssueKey: string | undefined,
): readonly CharterEvent[] {
  const agreementId = `A${charter.agreements.length + 1}`;
  const day = localDate(now, 'UTC');
  const stamp = { at: now, agreementId };
  return [
    {
      ...stamp,
      type: 'agreement-requested',
      by: SPONSOR,
      providerAccountId: NEWCOMER,
      providerZone: 'UTC',
      deliverable: 'A promise kept',
      acceptance: 'It is there',
      neededBy: day,
      ...(providerIssueKey !== undefined && { providerIssueKey }),
    },
    { ...stamp, type: 'agreement-acknowledged', by: NEWCOMER, committedBy: day },
    ...(checkpoint === 'finish'
      ? [
          {
            ...stamp,
            type: 'agreement-delivered',
            by: NEWCOMER,
            evidence: 'It is there',
            late: false,
          } as const,
          { ...stamp, type: 'delivery-accepted', by: SPONSOR } as const,
        ]
      : []),
  ];
}

/** The same agreement, taken over by a newcomer who can still keep its day. */
function handedOn(situation: Situation, { id, neededBy }: Agreement): readonly Situation[] {
  const { now } = situation;
  if (dayIsOver(neededBy, 'UTC', now)) return [];
  return [
    after(
      situation,
      {
        type: 'agreement-reassigned',
        at: now,
        by: SPONSOR,
        agreementId: id,
        providerAccountId: NEWCOMER,
        providerZone: 'UTC',
      },
      { type: 'agreement-acknowledged', at: now, by: NEWCOMER, agreementId: id, committedBy: neededBy },
    ),
  ];
}

const grantTo = (grantedTo: AccountId, at: string): CharterEvent => ({
  type: 'authority-granted',
  at,
  by: SPONSOR,
  grantedTo,
  decisions: 'Everything',
});

/** What was declared of dependencies, said again by whoever owns the item now: for them alone it counts. */
const declaredAnew = ({ charter }: Situation, at: Instant): readonly CharterEvent[] => [
  ...(charter.noDependencies ? [{ type: 'no-dependencies-declared', at, by: NEWCOMER } as const] : []),
  ...(charter.noFurtherDependencies
    ? [{ type: 'no-further-dependencies-declared', at, by: NEWCOMER } as const]
    : []),
];

/** A newcomer owns the item, beyond doubt. */
function ownedAnew(situation: Situation): Situation {
  const at = situation.now;
  const owned = after(
    situation,
    { type: 'dri-nominated', at, by: SPONSOR, accountId: NEWCOMER },
    { type: 'dri-accepted', at, by: NEWCOMER },
    grantTo(NEWCOMER, at),
    ...declaredAnew(situation, at),
  );
  const { ownerField } = situation.item;
  return ownerField?.cardinality === 'one'
    ? withItem(owned, { ownerField: singleField(somebody(NEWCOMER), ownerField.name) })
    : owned;
}

/** Whoever takes the work on does so after what was said of it before. */
const afterAll = ({ charter, now }: Situation): Instant =>
  addHours(later(now, charter.checkIns.at(-1)?.at ?? now), 1);

export const repairs: Readonly<Record<string, Repair>> = {
  'the nominee accepts': {
    removes: 'owner.not-accepted',
    ways: (s) => {
      const { dri } = s.charter;
      return dri?.status === 'nominated'
        ? [after(s, { type: 'dri-accepted', at: afterAll(s), by: dri.accountId })]
        : [];
    },
  },
  'somebody new owns it': { removes: 'owner.missing', ways: (s) => [ownedAnew(s)] },
  'the field names the DRI': {
    removes: 'owner.shared',
    ways: (s) =>
      s.charter.dri && s.item.ownerField?.cardinality === 'one'
        ? [
            withItem(s, {
              ownerField: singleField(somebody(s.charter.dri.accountId), s.item.ownerField.name),
            }),
          ]
        : [],
  },
  'a provider acknowledges in time': {
    removes: 'agreement.unacknowledged',
    ways: (s) =>
      openOnes(s.charter, 'requested')
        .filter(({ neededBy, providerZone }) => !dayIsOver(neededBy, providerZone, s.now))
        .map(({ id, neededBy, providerAccountId }) =>
          after(s, {
            type: 'agreement-acknowledged',
            at: s.now,
            by: providerAccountId,
            agreementId: id,
            committedBy: neededBy,
          }),
        ),
  },
  'somebody else promises what was declined': {
    removes: 'agreement.declined',
    ways: (s) =>
      (s.charter.noFurtherDependencies ? [] : openOnes(s.charter, 'declined')).map(
        ({ id, providerIssueKey }) =>
          after(
            s,
            { type: 'agreement-withdrawn', at: s.now, by: SPONSOR, agreementId: id, reason: 'Declined' },
            ...promise(s, providerIssueKey),
          ),
      ),
  },
  'the DRI accepts an offer in time': {
    removes: 'agreement.countered',
    ways: (s) =>
      s.charter.agreements
        .filter((one) => one.status === 'countered')
        .filter(({ counter, providerZone }) => !dayIsOver(counter.committedBy, providerZone, s.now))
        .map(({ id }) => after(s, { type: 'counter-accepted', at: s.now, by: SPONSOR, agreementId: id })),
  },
  'somebody new promises what was countered': {
    removes: 'agreement.countered',
    ways: (s) => openOnes(s.charter, 'countered').flatMap((one) => handedOn(s, one)),
  },
  'somebody new promises what was declined, on the same agreement': {
    removes: 'agreement.declined',
    ways: (s) => openOnes(s.charter, 'declined').flatMap((one) => handedOn(s, one)),
  },
  'somebody new promises what a departed one had': {
    removes: 'agreement.provider-inactive',
    ways: (s) =>
      s.charter.agreements
        .filter(isUnsettled)
        .filter(({ providerAccountId }) => s.item.people[providerAccountId]?.active === false)
        .flatMap((one) => handedOn(s, one)),
  },
  'a promise is kept': {
    removes: 'agreement.overdue',
    ways: (s) =>
      openOnes(s.charter, 'acknowledged').map(({ id, providerAccountId }) =>
        after(s, {
          type: 'agreement-delivered',
          at: s.now,
          by: providerAccountId,
          agreementId: id,
          evidence: 'It is there',
          late: true,
        }),
      ),
  },
  'a new day is settled': {
    removes: 'agreement.overdue',
    ways: (s) =>
      openOnes(s.charter, 'acknowledged').map(({ id, providerAccountId: by }) =>
        after(
          s,
          {
            type: 'renegotiation-proposed',
            at: s.now,
            by,
            agreementId: id,
            side: 'provider',
            committedBy: '2027-12-31',
            reason: 'Vendor',
          },
          { type: 'renegotiation-answered', at: s.now, by: SPONSOR, agreementId: id, accepted: true },
        ),
      ),
  },
  'the brief is written': {
    removes: 'brief.incomplete',
    ways: (s) => [
      after(s, {
        type: 'brief-written',
        at: s.now,
        by: SPONSOR,
        outcome: 'Orders flow',
        whyNow: 'Customers wait',
        successMeasure: 'A hundred orders',
        reviewOn: localDate(s.now, 'UTC'),
      }),
    ],
  },
  'somebody else promises what was asked of oneself': {
    removes: 'agreement.self-dealt',
    ways: (s) =>
      (s.charter.noFurtherDependencies ? [] : s.charter.agreements)
        .filter(isOpen)
        .map(({ id, providerIssueKey }) =>
          after(
            s,
            { type: 'agreement-withdrawn', at: s.now, by: SPONSOR, agreementId: id, reason: 'Own promise' },
            ...promise(s, providerIssueKey),
          ),
        ),
  },
  'a blocking issue is done': {
    removes: 'dependency.unmapped',
    ways: (s) =>
      s.item.blockers.map((_, done) =>
        withItem(s, {
          // What is done and hidden is no longer told of.
          blockers: s.item.blockers.flatMap((one, i) => {
            if (i !== done) return [one];
            return one.hidden ? [] : [{ ...one, done: true }];
          }),
        }),
      ),
  },
  'a blocking link is removed': {
    removes: 'dependency.unmapped',
    ways: (s) =>
      s.item.blockers.map((_, gone) =>
        withItem(s, { blockers: s.item.blockers.filter((_one, i) => i !== gone) }),
      ),
  },
  'a blocking issue is promised': {
    removes: 'dependency.unmapped',
    ways: (s) =>
      isStated(s)
        ? []
        : namedUnmapped(s.charter, s.item).map(({ issueKey }) => after(s, ...promise(s, issueKey))),
  },
  'one more promise is made': {
    removes: 'dependencies.undeclared',
    ways: (s) => (isStated(s) ? [] : [after(s, ...promise(s, undefined))]),
  },
  'the DRI declares that there are none': {
    removes: 'dependencies.undeclared',
    ways: (s) => {
      const by = acceptedDri(s.charter);
      return by === null || s.charter.agreements.some(isOpen)
        ? []
        : [after(s, { type: 'no-dependencies-declared', at: s.now, by })];
    },
  },
  'the DRI declares that nothing else is needed': {
    removes: 'dependencies.too-few',
    ways: (s) => {
      const by = acceptedDri(s.charter);
      return by === null || !s.charter.agreements.some(isOpen)
        ? []
        : [after(s, { type: 'no-further-dependencies-declared', at: s.now, by })];
    },
  },
  'authority is granted': {
    removes: 'authority.missing',
    ways: (s) => (s.charter.dri ? [after(s, grantTo(s.charter.dri.accountId, s.now))] : []),
  },
};
