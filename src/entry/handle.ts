import type { FollowUps } from '../app/jobs/ports';
import type { ClockStore, Messages, PreferenceStore } from '../app/notices/ports';
import type { CharterStore } from '../app/charter/ports';
import type { CommitmentStore } from '../app/commitments/ports';
import type { AuditLog } from '../app/audit/ports';
import type { BrakeStore } from '../app/policy/ports';
import type { PolicyRecords, PolicyStore } from '../app/policy/ports';
import type { Clock, Jira } from '../app/ports';
import type { Refusals } from '../app/gate/ports';
import type { ReadinessStore } from '../app/readiness/ports';
import type { ItemHistories } from '../app/report/ports';
import type { AwayStore } from '../app/away/ports';
import type { TeamStore } from '../app/team/ports';
import type { SummaryStore } from '../app/summaries/ports';
import type { Success } from '../contract/answers';
import type { CallKey, Input } from '../contract/inputs';
import type { AccountId } from '../domain/values';
import type { ScopeOf } from './scopes';

/** What a call does once its input is parsed and its caller let in; it never sees either unchecked. */
export interface Call<K extends CallKey> {
  readonly run: (scope: ScopeOf<K>, input: Input<K>) => Promise<Success<K>>;
  /** Accounts the input names, read in the same wave as the item. */
  readonly named?: (input: Input<K>) => readonly AccountId[];
}

/** Calls with their handlers, by key. */
export type Handled<K extends CallKey> = { readonly [Key in K]: Call<Key> };

export interface CallPorts {
  readonly jira: Jira;
  readonly histories: ItemHistories;
  readonly charters: CharterStore;
  readonly commitments: CommitmentStore;
  readonly policies: PolicyStore;
  readonly brakes: BrakeStore;
  readonly audit: AuditLog;
  readonly preferences: PreferenceStore;
  readonly policyRecords: Pick<PolicyRecords, 'page'>;
  readonly followUps: FollowUps;
  readonly clocks: Pick<
    ClockStore,
    'notices' | 'commit' | 'policies' | 'rows' | 'listed' | 'due' | 'waiting'
  >;
  readonly messages: Pick<Messages, 'items' | 'sights' | 'mail'>;
  readonly readiness: ReadinessStore;
  readonly teams: TeamStore;
  readonly away: AwayStore;
  readonly refusals: Pick<Refusals, 'readFor'>;
  readonly summaries: Pick<SummaryStore, 'read' | 'readMany'>;
  readonly clock: Clock;
}

/** A call's handler. `named`: accounts the input names, read in the same wave as the item. */
export const handle = <K extends CallKey>(
  { key }: { readonly key: K },
  run: Call<K>['run'],
  named?: Call<K>['named'],
): Handled<K> => {
  const call: Call<K> = { run, ...(named && { named }) };
  // To the compiler a computed key is any string.
  return { [key]: call } as unknown as Handled<K>;
};

type Keys<T> = T extends object ? keyof T : never;
type Intersection<T> = (T extends unknown ? (one: T) => void : never) extends (all: infer All) => void
  ? All
  : never;

/** Each part as it is, where no part before it handles the same call. */
type Once<Parts extends readonly object[], Before = never> = Parts extends readonly [
  infer First extends object,
  ...infer Rest extends readonly object[],
]
  ? readonly [
      Extract<keyof First, Before> extends never ? First : `two handlers of ${string & keyof First & Before}`,
      ...Once<Rest, Before | Keys<First>>,
    ]
  : readonly [];

/** Handlers put together. Two of one call do not compile. */
export const merge = <const Parts extends readonly object[]>(
  ...parts: Parts & Once<Parts>
): Intersection<Parts[number]> => Object.assign({}, ...parts) as Intersection<Parts[number]>;
