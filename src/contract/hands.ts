import type { AccountId, Instant, IssueKey, PersonFact } from '../domain/values';

/** A question about one item: somebody else is at work on it far more often than its owner. */
export interface HandsView {
  readonly issueKey: IssueKey;
  readonly summary: string;
  readonly ownerAccountId: AccountId;
  readonly otherAccountId: AccountId;
  /** Days on which each of them decided something about the item, and those of everybody. */
  readonly ownersDays: number;
  readonly othersDays: number;
  readonly allDays: number;
  /** As whom the viewer is asked. */
  readonly asks: 'owner' | 'sponsor';
}

export interface HandsAnswer {
  readonly ok: true;
  /** The questions for the viewer. */
  readonly items: readonly HandsView[];
  /** Open items the viewer may see, those with an owner, those with days enough to judge, those that raise a question. */
  readonly counts: {
    readonly items: number;
    readonly owned: number;
    readonly judged: number;
    readonly elsewhere: number;
  };
  readonly windowDays: number;
  /** Those the questions name. */
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  /** Absent on the last page. */
  readonly nextCursor?: string;
  readonly now: Instant;
}

export interface OwnHandsAnswer {
  readonly ok: true;
  /** Null while there is nothing to ask. */
  readonly question: HandsView | null;
  readonly windowDays: number;
  readonly people: Readonly<Record<AccountId, PersonFact>>;
  readonly now: Instant;
}
