import type { CharterCommand, Facts } from '../../../src/domain/charter/commands';
import { isSelfDealt, questionOf, type Agreement } from '../../../src/domain/charter/agreement/agreement';
import type { Charter } from '../../../src/domain/charter/charter';
import { decide } from '../../../src/domain/charter/decide';
import { isAnswerOverdue } from '../../../src/domain/notices/clocks';
import { commitmentsOf, type Commitment } from '../../../src/domain/commitments/commitments';
import { dutiesOf, type DutyKind } from '../../../src/domain/commitments/duties';
import { isSettled, partiesOf } from '../../../src/domain/commitments/parties';
import { siteDefault } from '../../../src/domain/policy/policy';
import { always } from '../../support/attempts';
import { people } from '../../support/people';

const everyone = [...Object.keys(people), 'u-nobody'];
const hasLeft = (accountId: string): boolean => people[accountId]?.active === false;
const at = (now: string) => ({
  now,
  answerIsLate: (agreement: Agreement) => isAnswerOverdue(agreement, siteDefault, now),
  hasLeft,
  briefWanted: true,
  progress: 'indeterminate' as const,
  checkInEveryDays: siteDefault.checkInEveryDays,
  clocks: siteDefault.clocks,
});
const FAR = '2029-11-01';

/** What a person who reads of a duty is offered: one of these must be theirs to do. */
function ways({ kind, agreement, escalation, gap }: Commitment): readonly CharterCommand[] {
  const agreementId = agreement?.id ?? '';
  const reason = '-';
  const reassign = { type: 'reassign-agreement', agreementId, providerAccountId: 'u-new' } as const;
  const restate = { type: 'restate-agreement', agreementId, neededBy: FAR } as const;
  const commands: Readonly<Record<DutyKind, readonly CharterCommand[]>> = {
    'accept-nomination': [{ type: 'accept-dri' }],
    acknowledge: [
      { type: 'acknowledge-agreement', agreementId },
      { type: 'counter-agreement', agreementId, committedBy: FAR, reason },
    ],
    'answer-counter': [{ type: 'accept-counter', agreementId }, restate],
    'answer-date': [{ type: 'answer-renegotiation', agreementId, accept: false }],
    'answer-link': [
      {
        type: 'link-agreement',
        agreementId,
        providerIssueKey: agreement?.linkProposal?.providerIssueKey ?? '',
      },
    ],
    deliver: [{ type: 'deliver-agreement', agreementId, evidence: '-' }],
    'accept-delivery': [{ type: 'accept-delivery', agreementId }],
    'answer-question': [{ type: 'restate-agreement', agreementId, answer: '-' }, restate],
    'ask-again': [restate, reassign],
    'ask-another': agreement
      ? [reassign]
      : escalation
        ? [{ type: 'redirect-escalation', escalationId: escalation.id, toAccountId: 'u-new' }]
        : [{ type: 'nominate-dri', accountId: 'u-new' }],
    decide: [{ type: 'answer-escalation', escalationId: escalation?.id ?? '', decision: '-' }],
    'check-in': [{ type: 'submit-check-in', onTrack: true, biggestRisk: '-', needs: [] }],
    'keep-or-change': [{ type: 'decide-review', choice: 'recommit', reviewOn: FAR }],
    'answer-gap': [{ type: 'answer-gap', gapId: gap?.id ?? '', answer: '-' }],
    settle: [{ type: 'settle-agreement', agreementId, as: 'not-needed' }],
    'take-on': [{ type: 'take-on-agreement', agreementId }],
    'write-brief': [{ type: 'write-brief', outcome: '-', whyNow: '-', successMeasure: '-', reviewOn: FAR }],
  };
  return commands[kind];
}

const decidable = (charter: Charter, command: CharterCommand, accountId: string, facts: Facts): boolean =>
  decide(charter, command, {
    ...facts,
    actor: { accountId, canEdit: false },
    people: {
      ...people,
      'u-new': { accountId: 'u-new', kind: 'human', active: true, displayName: 'New' },
    },
  }).ok;

/** Steps that answer an open question, and so must be on somebody's list while they are possible. */
const answers = ({ id: agreementId }: Agreement): readonly CharterCommand[] => [
  { type: 'acknowledge-agreement', agreementId },
  { type: 'accept-counter', agreementId },
  { type: 'answer-renegotiation', agreementId, accept: false },
  { type: 'deliver-agreement', agreementId, evidence: '-' },
  { type: 'accept-delivery', agreementId },
];

describe('whoever tried what, in whatever order', () => {
  it('waits for nobody who could not do it now', () => {
    always(({ after, facts }) =>
      everyone.every((accountId) =>
        commitmentsOf(after, accountId, at(facts.now)).yours.every((one) =>
          ways(one).some((command) => decidable(after, command, accountId, facts)),
        ),
      ),
    );
  });

  it('shows every answer that could be given now to the one who could give it', () => {
    always(({ after, facts }) =>
      everyone
        .filter((accountId) => !hasLeft(accountId))
        .every((accountId) => {
          const { yours } = commitmentsOf(after, accountId, at(facts.now));
          return after.agreements.every(
            (agreement) =>
              isSelfDealt(agreement, after.dri?.accountId) ||
              // Whoever stands behind an owner who lost sight of the item is told of that, and may answer in their place.
              after.dri?.lostAccessAt !== undefined ||
              // Whoever asked back may still answer, and is waited for by nobody meanwhile.
              questionOf(agreement) !== undefined ||
              // The owner says first whether they need it.
              agreement.untaken !== undefined ||
              !answers(agreement).some((command) => decidable(after, command, accountId, facts)) ||
              yours.some((one) => one.agreement?.id === agreement.id),
          );
        }),
    );
  });

  it('has one question open per agreement that is not settled, two at most, and none about a settled one', () => {
    always(({ after, facts }) => {
      const duties = dutiesOf(after, at(facts.now));
      return after.agreements.every((agreement) => {
        const open = duties.filter((duty) => duty.agreement?.id === agreement.id);
        // Another day is talked about while the promise goes on, and either side answers what the other one named.
        const isTwofold =
          (agreement.status === 'acknowledged' && agreement.renegotiation) || agreement.linkProposal;
        const most = isTwofold ? 2 : 1;
        return isSettled(agreement) ? open.length === 0 : open.length >= 1 && open.length <= most;
      });
    });
  });

  it('tells a person one thing about an agreement, and every question to its one answerer', () => {
    always(({ after, facts }) => {
      const lists = everyone.map((accountId) => commitmentsOf(after, accountId, at(facts.now)));
      const once = lists.every(({ yours, awaited }) => {
        const ids = [...yours, ...awaited].flatMap(({ agreement }) => (agreement ? [agreement.id] : []));
        return new Set(ids).size === ids.length;
      });
      const owned = dutiesOf(after, at(facts.now)).filter(({ who }) => who !== null);
      return once && lists.flatMap(({ yours }) => yours).length === owned.length;
    });
  });

  it('concerns the parties of the charter and no stranger', () => {
    always(({ after, facts }) => {
      const parties = partiesOf(after);
      return everyone.every((accountId) => {
        const { yours, awaited } = commitmentsOf(after, accountId, at(facts.now));
        return parties.includes(accountId) || yours.length + awaited.length === 0;
      });
    });
  });
});
