/** A random number from 0 to below 1, by a seed. */
type Chance = () => number;

export interface Deed {
  readonly as: string;
  readonly call: string;
  readonly payload: object;
}

/** So many hours later, this is done. */
export interface Stop {
  readonly hours: number;
  readonly deeds: readonly Deed[];
}

const PROVIDERS = ['u-marketing', 'u-platform', 'u-ops', 'u-outsider'];

const day = (start: number, days: number): string =>
  new Date(start + days * 86_400_000).toISOString().slice(0, 10);

const deed = (as: string, call: string, payload: object = {}): Deed => ({ as, call, payload });

/** What may happen to an agreement; whether it can is for the app to say. */
function anyStep(chance: Chance, now: number): Deed {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T;
  const agreementId = pick(['A1', 'A2', 'A3']);
  const provider = PROVIDERS[Number(agreementId.slice(1)) - 1] ?? 'u-marketing';
  const later = day(now, 1 + Math.floor(chance() * 6));
  return pick([
    deed(provider, 'agreement/acknowledge', { agreementId }),
    deed(provider, 'agreement/acknowledge', { agreementId }),
    deed(provider, 'agreement/counter', { agreementId, committedBy: later, reason: 'Later' }),
    deed('u-coo', 'agreement/accept-counter', { agreementId }),
    deed(provider, 'agreement/deliver', { agreementId, evidence: 'It is there' }),
    deed('u-coo', 'agreement/accept-delivery', { agreementId }),
    deed('u-coo', 'agreement/return', { agreementId, cause: 'quality', reason: 'Not yet' }),
    deed('u-coo', 'agreement/withdraw', { agreementId, reason: 'Solved' }),
    deed('u-coo', 'agreement/restate', { agreementId, neededBy: later }),
    deed('u-coo', 'agreement/reassign', { agreementId, providerAccountId: pick(PROVIDERS) }),
    deed(provider, 'agreement/renegotiate', { agreementId, committedBy: later, reason: 'Later' }),
    deed('u-coo', 'agreement/answer-renegotiation', { agreementId, accept: true }),
    deed('u-coo', 'escalation/raise', {
      question: 'Which supplier?',
      toAccountId: pick(['u-lead', 'u-cto']),
    }),
    deed(pick(['u-lead', 'u-cto']), 'escalation/answer', { escalationId: 'E1', decision: 'The second' }),
    deed('u-coo', 'checkin/submit', { onTrack: true, biggestRisk: 'Weather', needs: [] }),
    deed('u-cto', 'authority/grant', { decisions: 'Scope', expiresOn: day(now, 8) }),
  ]);
}

/** Some days of one work item: asked for by seed, so that two sites can live through the same. */
export function historyOf(chance: Chance, start: number): readonly Stop[] {
  const opening = [
    deed('u-cto', 'dri/nominate', { accountId: 'u-coo' }),
    ...(chance() < 0.8 ? [deed('u-coo', 'dri/accept')] : []),
    ...PROVIDERS.slice(0, 1 + Math.floor(chance() * 3)).map((providerAccountId, n) =>
      deed('u-coo', 'agreement/request', {
        providerAccountId,
        deliverable: `Thing ${n + 1}`,
        acceptance: 'It is there',
        neededBy: day(start, 2 + Math.floor(chance() * 5)),
      }),
    ),
  ];
  const stops: Stop[] = [{ hours: 0, deeds: opening }];
  let now = start;
  for (let n = 2 + Math.floor(chance() * 4); n > 0; n -= 1) {
    const hours = 3 + Math.floor(chance() * 45);
    now += hours * 3_600_000;
    const count = Math.floor(chance() * 3);
    stops.push({ hours, deeds: Array.from({ length: count }, () => anyStep(chance, now)) });
  }
  return stops;
}
