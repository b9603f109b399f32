import type { Unverified } from '../../platform/read';
import type { ClockStore, Messages, PreferenceStore } from '../notices/ports';
import type { AuditLog } from '../audit/ports';
import type { CharterStore } from '../charter/ports';
import type { GateBorders, GateTraces, Refusals } from '../gate/ports';
import type { ItemHistories } from '../report/ports';
import type { Claims, Clock, Jira } from '../ports';
import type { ComparisonStore } from '../fields/ports';
import type { CommitmentStore } from '../commitments/ports';
import type { ProjectRecords } from '../lifecycle/ports';
import type { BrakeRecords, LinkMemory, PolicyRecords, PolicyStore } from '../policy/ports';
import type { AccountReports, PersonalData } from '../privacy/ports';
import type { SummaryStore } from '../summaries/ports';
import type { TeamStore } from '../team/ports';
import type { FollowUps } from './ports';

/** Everything a job may work with; each use case says in its own ports how little of it it needs. */
export interface JobPorts {
  readonly accounts: AccountReports;
  readonly audit: AuditLog;
  readonly borders: GateBorders;
  readonly brakeRecords: BrakeRecords;
  readonly charters: CharterStore;
  readonly claims: Claims;
  readonly clock: Clock;
  readonly clocks: ClockStore;
  readonly commitments: CommitmentStore;
  readonly comparison: ComparisonStore;
  /** The queue. What a paged job pushes goes on from its own page. */
  readonly followUps: FollowUps;
  readonly histories: ItemHistories;
  readonly jira: Jira;
  readonly linkMemory: LinkMemory;
  readonly messages: Messages;
  readonly personalData: PersonalData;
  readonly policies: PolicyStore;
  readonly preferences: PreferenceStore;
  readonly policyRecords: PolicyRecords;
  readonly projectRecords: ProjectRecords;
  readonly refusals: Refusals;
  readonly summaries: SummaryStore;
  readonly teams: TeamStore;
  readonly traces: GateTraces;
}

type Kind = { readonly kind: string };

/** Everything about one kind of queued job. `Job` is the body of its event; it may arrive twice and out of order. */
export interface JobDefinition<Job extends Kind> {
  readonly kind: Job['kind'];
  /** What the kind was called by versions of the app whose events may still be queued during a deploy. */
  readonly formerly?: string;
  /** Works page by page, or hands work to such jobs: its next page is queued once, however often its event comes. */
  readonly paged: boolean;
  /** Can wait where Jira's points run short. */
  readonly canWait?: true;
  // Methods, so that definitions of different jobs can stand in one list: each is asked about its own job only.
  /** The job that a queued body asks for; null where the body does not say enough. */
  read(body: Unverified): Job | null;
  /** @throws Unavailable when the queue should bring it again. */
  run(job: Job, ports: JobPorts): Promise<void>;
}

/** Declares a job. It is known to the queue once the list in `index.ts` holds it. */
export const defineJob = <Job extends Kind>(definition: JobDefinition<Job>): JobDefinition<Job> => definition;
