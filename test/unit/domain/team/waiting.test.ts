import fc from 'fast-check';
import type { CharterCommand, Facts } from '../../../../src/domain/charter/commands';
import type { Charter } from '../../../../src/domain/charter/charter';
import { decide } from '../../../../src/domain/charter/decide';
import { dutiesOf, type Duty } from '../../../../src/domain/commitments/duties';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { nobodyKnown, withPresence, type Absence } from '../../../../src/domain/team/presence';
import type { AccountId } from '../../../../src/domain/values';
import { attempts, play } from '../../../support/attempts';
import { COO, CTO, HONOLULU, OPS, people, PLATFORM, TOKYO } from '../../../support/people';

const NOW = '2026-11-25T12:00:00.000Z';
const CAST = [COO, CTO, OPS, PLATFORM, TOKYO, HONOLULU] as const;
/** Administers the project; whoever the policy names as its lead is the same person here. */
const LEAD: AccountId = 'u-lead';
const NEW: AccountId = 'u-new';

type Fate = 'there' | 'left' | 'away' | 'stood-in-for';

/** What became of each person since. */
const fates: fc.Arbitrary<Readonly<Record<AccountId, Fate>>> = fc.record(
  Object.fromEntries(
    CAST.map((one) => [one, fc.constantFrom<Fate>('there', 'there', 'left', 'away', 'stood-in-for')]),
  ),
);

/** What moves a duty on, best first. */
function moves({ kind, agreement, escalation, gap }: Duty): readonly CharterCommand[] {
  const agreementId = agreement?.id ?? '';
  const reason = '-';
  if (agreement) {
    return [
      { type: 'acknowledge-agreement', agreementId },
      { type: 'decline-agreement', agreementId, reason, availableFrom: '2027-01-11' },
      { type: 'deliver-agreement', agreementId, evidence: '-' },
      { type: 'answer-renegotiation', agreementId, accept: false },
      { type: 'accept-counter', agreementId },
      { type: 'accept-delivery', agreementId },
      { type: 'reassign-agreement', agreementId, providerAccountId: NEW },
      { type: 'replace-provider', agreementId, providerAccountId: NEW, reason },
      { type: 'take-back-agreement', agreementId, reason },
      { type: 'withdraw-agreement', agreementId, reason },
      { type: 'take-on-agreement', agreementId },
    ];
  }
  if (escalation) {
    const { id: escalationId } = escalation;
    return [
      { type: 'answer-escalation', escalationId, decision: '-' },
      { type: 'redirect-escalation', escalationId, toAccountId: NEW },
    ];
  }
  if (gap) return [{ type: 'answer-gap', gapId: gap.id, answer: '-' }];
  if (kind === 'write-brief') {
    return [
      {
        type: 'write-brief',
        outcome: '-',
        whyNow: '-',
        successMeasure: '-',
        reviewOn: '2026-12-24',
      },
    ];
  }
  return [
    { type: 'accept-dri' },
    { type: 'submit-check-in', onTrack: true, biggestRisk: '-', needs: [] },
    { type: 'decide-review', choice: 'recommit', reviewOn: '2026-12-24' },
    { type: 'nominate-dri', accountId: NEW },
  ];
}

/** Who can move a duty now, of all who are there. */
function moversOf(
  duty: Duty,
  charter: Charter,
  fate: Readonly<Record<AccountId, Fate>>,
): readonly AccountId[] {
  const away = CAST.flatMap((accountId): Absence[] => {
    const is = fate[accountId];
    if (is !== 'away' && is !== 'stood-in-for') return [];
    return [
      {
        accountId,
        from: '2026-11-20',
        to: '2026-12-04',
        standIn: is === 'away' ? null : NEW,
        zone: 'UTC',
        setBy: accountId,
        setAt: NOW,
      },
    ];
  });
  const known: Facts['people'] = {
    ...Object.fromEntries(
      Object.entries(people).map(([id, person]) => [
        id,
        { ...person, active: person.active && fate[id] !== 'left' },
      ]),
    ),
    [LEAD]: { accountId: LEAD, kind: 'human', active: true, displayName: 'Lea Berg' },
    [NEW]: { accountId: NEW, kind: 'human', active: true, displayName: 'Nia Cole' },
  };
  const policy = withPresence(siteDefault, { ...nobodyKnown, away });
  const there = [...CAST.filter((one) => fate[one] === 'there'), LEAD, NEW];
  return there.filter((accountId) =>
    moves(duty).some(
      (command) =>
        decide(charter, command, {
          actor: { accountId, canEdit: accountId === LEAD, administers: accountId === LEAD },
          people: known,
          issueKey: 'EXP-1',
          policy,
          progress: 'indeterminate',
          now: NOW,
        }).ok,
    ),
  );
}

/** What comes round again waits until its owner is back, and the clock tells whoever stands behind them. */
const RHYTHM = new Set(['check-in', 'keep-or-change']);

test('whatever waits has somebody who can move it now, whoever left or went away', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(attempts, fates, (all, fate) => {
      const charter = play(all).at(-1)?.after;
      if (!charter || charter.itemDeletedAt !== undefined) return;
      const duties = dutiesOf(charter, {
        hasLeft: (accountId) => fate[accountId] === 'left' || people[accountId]?.active === false,
        briefWanted: true,
        progress: 'indeterminate',
        checkInEveryDays: 7,
        clocks: siteDefault.clocks,
        now: NOW,
      });
      for (const duty of duties) {
        const owner = charter.dri?.accountId;
        const isAway = owner !== undefined && ['away', 'stood-in-for'].includes(fate[owner] ?? 'there');
        if (RHYTHM.has(duty.kind) && isAway) continue;
        seen.add(duty.kind);
        expect([duty.kind, moversOf(duty, charter, fate).length > 0]).toEqual([duty.kind, true]);
      }
    }),
    { numRuns: 150 },
  );
  for (const kind of ['acknowledge', 'deliver', 'accept-delivery', 'answer-counter', 'ask-another'])
    expect(seen).toContain(kind);
});
