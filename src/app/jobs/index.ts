import { record, string } from '../../platform/read';
import { rebuildInbox } from './commitments/rebuild-inbox';
import type { JobDefinition } from './define-job';
import { compareAll } from './fields/compare-all';
import { compareChildren } from './fields/compare-children';
import { compareFields } from './fields/compare-fields';
import { reviewFields } from './fields/review-fields';
import { searchFields } from './fields/search-fields';
import { writeFields } from './fields/write-fields';
import { gateTrace } from './gate/gate-trace';
import { passage } from './gate/passage';
import { reconcileMovesJob } from './gate/reconcile-moves';
import { refusal } from './gate/refusal';
import { scopeCheck } from './gate/scope-check';
import { scopeReview } from './gate/scope-review';
import { transitionCheck } from './gate/transition-check';
import { accessChange } from './lifecycle/access-change';
import { accessReview } from './lifecycle/access-review';
import { findCharters } from './lifecycle/find-charters';
import { findRenamed } from './lifecycle/find-renamed';
import { locateItem } from './lifecycle/locate-item';
import { migratePolicies } from './lifecycle/migrate-policies';
import { rekeyProject } from './lifecycle/rekey-project';
import { noteDone } from './lifecycle/note-done';
import { noteDepartures } from './lifecycle/note-departures';
import { nominateAssignee } from './lifecycle/nominate-assignee';
import { escalate } from './notices/escalate';

import { noteMoves } from './notices/note-moves';
import { noteReached } from './notices/note-reached';
import { notify } from './notices/notify';
import { presenceChanged } from './notices/presence-changed';
import { reschedule } from './notices/reschedule';
import { sendDigest } from './notices/send-digest';
import { sendPrompt } from './notices/send-prompt';
import { learnLinks } from './policy/learn-links';
import type { FollowUp } from './ports';
import { keepSummary } from './summaries/keep-summary';
import { gdprCollect } from './gdpr/gdpr-collect';
import { gdprErase } from './gdpr/gdpr-erase';
import { gdprReport } from './gdpr/gdpr-report';

/** Every kind of job. What may be queued, how it is read and what runs it is derived from this list. */
export const JOBS = [
  rebuildInbox,
  writeFields,
  compareFields,
  compareChildren,
  searchFields,
  reviewFields,
  compareAll,
  gateTrace,
  passage,
  reconcileMovesJob,
  refusal,
  scopeCheck,
  scopeReview,
  transitionCheck,
  accessChange,
  accessReview,
  findCharters,
  locateItem,
  findRenamed,
  rekeyProject,
  noteDone,
  noteDepartures,
  migratePolicies,
  learnLinks,
  nominateAssignee,
  escalate,
  noteMoves,
  noteReached,
  notify,
  presenceChanged,
  reschedule,
  sendDigest,
  sendPrompt,
  gdprCollect,
  gdprErase,
  gdprReport,
  keepSummary,
] as const;

const byKind = new Map<string, JobDefinition<FollowUp>>(JOBS.map((one) => [one.kind, one]));
const byFormerKind = new Map<string, JobDefinition<FollowUp>>(
  JOBS.flatMap((one) => (one.formerly === undefined ? [] : [[one.formerly, one] as const])),
);

/** @throws Error for a job that the list does not hold: nothing else was type-checked. */
export function definitionOf({ kind }: FollowUp): JobDefinition<FollowUp> {
  const definition = byKind.get(kind);
  if (!definition) throw new Error(`no job ${kind}`);
  return definition;
}

/** A queued body as a job, under the name it has today; null for one this version does not know. */
export function readJob(body: unknown): FollowUp | null {
  const raw = record(body);
  const kind = string(raw['kind']);
  return (byKind.get(kind) ?? byFormerKind.get(kind))?.read(raw) ?? null;
}
