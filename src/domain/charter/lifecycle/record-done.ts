import { isUnsettled, type Agreement } from '../agreement/agreement';
import { settlesFor } from '../agreement/settling';
import type { Charter } from '../charter';
import { defineCommand, type Happened } from '../define-command';
import { always } from '../may-follow';
import { stamp, unless } from '../refusals';
import { moveOrLeads } from '../tells';
import { addDays, isBefore, type Instant } from '../../time/time';

interface RecordDone {
  readonly type: 'record-done';
  readonly done: boolean;
  /** When it was moved there, as far as Jira says. */
  readonly since?: Instant | undefined;
}

/** The work item was finished, or is open again. */
interface ItemDoneChanged extends Happened {
  readonly type: 'item-done-changed';
  readonly done: boolean;
  readonly since?: Instant;
}

/** What was finished longer ago than this when it was noticed is history, and nobody is asked about it by mail. */
const NEWS_DAYS = 1;

const sinceOf = ({ at, since }: ItemDoneChanged): Instant => since ?? at;

/** Whether something that was promised, or only asked for, is left to be settled. */
const leavesOpen = ({ agreements }: Charter): boolean => agreements.some(isUnsettled);

/** Whoever waits for it does so from now on: what was due meanwhile is not held against anybody. */
const resumed =
  (at: Instant) =>
  (agreement: Agreement): Agreement =>
    isUnsettled(agreement) ? { ...agreement, resumedAt: at } : agreement;

/** Jira counts the item as done, or no longer: noticed twice, it is recorded once. */
export const recordDone = defineCommand<RecordDone, ItemDoneChanged>({
  type: 'record-done',
  event: 'item-done-changed',
  room: 'reserve',
  subject: null,
  affects: [],
  people: [],
  mayFollow: always,
  tells(event, { charter }) {
    const since = sinceOf(event);
    const isNews = !isBefore(since, addDays(event.at, -NEWS_DAYS));
    return event.done && isNews && charter.finishedAt === since && leavesOpen(charter)
      ? moveOrLeads(settlesFor(charter))
      : [];
  },
  tellsOfFinished: true,
  decide: (charter, { done, since }, facts) =>
    unless([(charter.finishedAt !== undefined) === done ? { code: 'already-recorded' } : null], {
      type: 'item-done-changed',
      ...stamp(facts),
      done,
      ...(since !== undefined && { since }),
    }),
  evolve(charter, event) {
    const { finishedAt: _finished, reopenedAt: _reopened, ...rest } = charter;
    if (event.done) return { ...rest, finishedAt: sinceOf(event) };
    const reopenedAt = sinceOf(event);
    return { ...rest, reopenedAt, agreements: charter.agreements.map(resumed(reopenedAt)) };
  },
});
