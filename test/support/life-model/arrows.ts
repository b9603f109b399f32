import type { RejectionCode } from '../../../src/domain/charter/rejection';

/** What a call says, whichever call it is; each reads what it needs. */
export interface Words {
  readonly agreementId: string;
  readonly person: string;
  readonly date: string;
  readonly scope: string;
  /** Yes or no; which of two causes; whether the optional part is said. */
  readonly flag: boolean;
  readonly other: boolean;
  /** Of a request: whose issue it names as the provider's. Of a restated one: an answer that nobody asked for. */
  readonly odd: 'own-issue' | 'no-such-issue' | 'answer' | null;
}

export type Status =
  'requested' | 'countered' | 'acknowledged' | 'delivered' | 'accepted' | 'declined' | 'withdrawn';

export type Side = 'provider' | 'requester';

export interface Deal {
  readonly id: string;
  status: Status;
  provider: string;
  deliverable: string;
  neededBy: string;
  rounds: number;
  rework: number;
  /** Days it moved from and to. */
  moves: [string, string][];
  committedBy?: string | undefined;
  offer?: { date: string; scope: string | undefined } | undefined;
  proposal?: { side: Side; date: string } | undefined;
  breach?: 'late' | 'spec' | undefined;
}

type Open = Partial<Record<Side, readonly Status[]>>;

/** Who may take which step, and from where: the picture of an agreement's life, as a table. */
export const ARROWS = {
  'agreement/acknowledge': { provider: ['requested'] },
  'agreement/counter': { provider: ['requested'] },
  'agreement/decline': { provider: ['requested'] },
  'agreement/deliver': { provider: ['acknowledged'] },
  'agreement/accept-counter': { requester: ['countered'] },
  'agreement/restate': { requester: ['countered', 'declined'] },
  'agreement/accept-delivery': { requester: ['delivered'] },
  'agreement/return': { requester: ['delivered'] },
  'agreement/withdraw': { requester: ['requested', 'countered', 'declined', 'acknowledged', 'delivered'] },
  'agreement/reassign': {
    provider: ['requested', 'acknowledged'],
    requester: ['requested', 'countered', 'declined'],
  },
  'agreement/renegotiate': { provider: ['acknowledged'], requester: ['acknowledged'] },
  'agreement/answer-renegotiation': { provider: ['acknowledged'], requester: ['acknowledged'] },
} as const satisfies Record<string, Open>;

export type Step = keyof typeof ARROWS;
export const STEPS = Object.keys(ARROWS) as readonly Step[];
export const openTo = (step: Step): Open => ARROWS[step];

/** Refusals of what the verbs say; those of who may, and of what state, every life comes past. */
export const REFUSALS = [
  'already-asked',
  'alternative-is-asker',
  'alternative-is-self',
  'alternative-missing',
  'date-in-past',
  'date-too-far',
  'issue-not-found',
  'no-renegotiation',
  'nothing-asked',
  'nothing-restated',
  'own-issue',
  'person-inactive',
  'person-not-found',
  'person-not-human',
  'provider-asked-for-it',
  'same-date',
  'same-provider',
  'self-acknowledgement',
] as const satisfies readonly RejectionCode[];

export type Verb =
  Step | 'dri/nominate' | 'dri/accept' | 'dri/decline' | 'dependencies/declare-none' | 'agreement/request';
