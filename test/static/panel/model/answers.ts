import type { CharterAnswer, GateView } from '../../../../src/contract/answers';
import { viewClocks } from '../../../../src/app/view-clocks';
import { viewCharter, viewGate } from '../../../../src/app/views';
import { replay } from '../../../../src/domain/charter/evolve';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { evaluateGate } from '../../../../src/domain/gate/evaluate';
import type { Blocker } from '../../../../src/domain/gate/item';
import type { Checkpoint } from '../../../../src/domain/gate/rules';
import { siteDefault, type Policy } from '../../../../src/domain/policy/policy';
import type { PersonFact } from '../../../../src/domain/values';

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

/** What the backend would answer to `reader` after these events. */
export function answerFor(
  reader: string,
  history: readonly CharterEvent[],
  { blockers = [], policy = siteDefault }: { blockers?: readonly Blocker[]; policy?: Policy } = {},
): CharterAnswer {
  const charter = replay(history);
  const item: CharterAnswer['item'] = {
    issueId: '1',
    issueKey: 'EXP-1',
    projectKey: 'EXP',
    summary: 'Launch',
    issueType: 'Epic',
    status: { id: '1', name: 'To Do', category: 'new' },
    ownerField: null,
    blockers,
    people,
  };
  const gateAt = (checkpoint: Checkpoint): GateView =>
    viewGate(evaluateGate({ charter, item, policy, checkpoint, now: NOW }), people);
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
    now: NOW,
  };
}
