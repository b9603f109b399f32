import { utcDate } from '../../../../../src/domain/time/time';
import type { CharterAnswer, GateView } from '../../../../../src/contract/answers';
import { checkInStand } from '../../../../../src/domain/report/accountability/check-in-stand';
import { viewCharter, viewClocks, viewGate } from '../../../../../src/app/charter/views';
import { replay } from '../../../../../src/domain/charter/evolve';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { evaluate } from '../../../../../src/domain/gate/evaluate';
import type { Blocker } from '../../../../../src/domain/gate/item';
import { peopleRead } from '../../../../../src/domain/gate/people';
import type { Checkpoint } from '../../../../../src/domain/policy/rules';
import { subjectOf } from '../../../../../src/domain/gate/build-subject';
import type { Policy } from '../../../../../src/domain/policy/policy';
import { enforcing } from '../../../../support/policies';
import type { PersonFact } from '../../../../../src/domain/values';

export const NOW = '2026-11-23T09:00:00.000Z';

export const person = (accountId: string): PersonFact => ({
  accountId,
  kind: 'human',
  active: true,
  displayName: `Name of ${accountId}`,
  timeZone: 'Europe/Berlin',
});

const people = Object.fromEntries(
  ['dri', 'provider', 'other', 'editor', 'reader'].map((id) => [id, person(id)]),
);

export const nominated: CharterEvent = {
  type: 'dri-nominated',
  at: '2026-11-01T08:00:00.000Z',
  by: 'editor',
  accountId: 'dri',
};
export const accepted: CharterEvent = { type: 'dri-accepted', at: '2026-11-02T08:00:00.000Z', by: 'dri' };

export const requested = (
  agreementId: string,
  more: Partial<Extract<CharterEvent, { type: 'agreement-requested' }>> = {},
): CharterEvent => ({
  type: 'agreement-requested',
  at: '2026-11-23T08:00:00.000Z',
  by: 'dri',
  agreementId,
  providerAccountId: 'provider',
  providerZone: 'Europe/Berlin',
  deliverable: `Deliverable ${agreementId}`,
  acceptance: 'Both see it',
  neededBy: '2026-12-11',
  ...more,
});

export const acknowledged = (agreementId: string, committedBy = '2026-12-11'): CharterEvent => ({
  type: 'agreement-acknowledged',
  at: '2026-11-03T08:00:00.000Z',
  by: 'provider',
  agreementId,
  committedBy,
});

export const declined = (agreementId: string): CharterEvent => ({
  type: 'agreement-declined',
  at: '2026-11-23T08:30:00.000Z',
  by: 'provider',
  agreementId,
  reason: 'No capacity',
  alternativeAccountId: 'other',
  availableFrom: '2027-01-15',
});

/** The gate at a checkpoint of an answer that has one. */
export function gateOf({ gates }: CharterAnswer, checkpoint: Checkpoint): GateView {
  if (!gates) throw new Error('no verdict is known');
  return gates[checkpoint];
}

/** The same answer where nobody knows the verdict. */
export const notKnown = (answer: CharterAnswer): CharterAnswer => ({
  ...answer,
  gate: null,
  gates: null,
  gateUnknown: 'app-may-not-see',
});

/** The same answer for an item outside the policy that follows the one above it. */
export function followsAbove(answer: CharterAnswer, issueKey: string): CharterAnswer {
  const ofAncestor = (gate: GateView): GateView => ({
    ...gate,
    ofAncestor: issueKey,
    findings: gate.findings.map(({ finding: _theirs, ...view }) => ({ ...view, who: [] })),
  });
  const gates = { start: ofAncestor(gateOf(answer, 'start')), finish: gateOf(answer, 'finish') };
  return {
    ...answer,
    item: { ...answer.item, issueType: 'Story', type: { id: '10001', name: 'Story', level: 0 } },
    gate: gates.start,
    gates,
  };
}

/** What the backend would answer to `reader` after these events. */
export function answerFor(
  reader: string,
  history: readonly CharterEvent[],
  { blockers = [], policy = enforcing }: { blockers?: readonly Blocker[]; policy?: Policy } = {},
): CharterAnswer {
  const charter = replay(history);
  const item: CharterAnswer['item'] = {
    issueId: '1',
    issueKey: 'EXP-1',
    projectKey: 'EXP',
    projectId: '10000',
    summary: 'Launch',
    issueType: 'Epic',
    type: { id: '10000', name: 'Epic', level: 1 },
    status: { id: '1', name: 'To Do', category: 'new' },
    ownerField: null,
    blockers,
    people,
  };
  const subject = subjectOf({ charter, item, policy, people: peopleRead(people) });
  const gateAt = (checkpoint: Checkpoint): GateView =>
    viewGate(evaluate(subject, checkpoint, NOW), people, utcDate(NOW));
  const gates = { start: gateAt('start'), finish: gateAt('finish') };
  return {
    ok: true,
    charter: viewCharter(charter, policy, NOW),
    gate: gates.start,
    gates,
    item,
    policy,
    people,
    me: {
      accountId: reader,
      canEdit: reader !== 'reader' && reader !== 'provider',
      administers: false,
      mayWaive: false,
    },
    history,
    seen: history.length,
    earlier: 0,
    clocks: viewClocks(charter, item, policy, NOW),
    checkIn: checkInStand(charter, item, policy, NOW),
    now: NOW,
  };
}
