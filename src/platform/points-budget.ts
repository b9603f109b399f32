import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instant } from '../domain/values';
import { logError } from './log';
import {
  heardFrom,
  hourOf,
  OPTIONAL_AN_HOUR,
  optionalFrom,
  pointsOf,
  UNATTENDED_AN_HOUR,
  type Headers,
  type Said,
  type Spent,
} from './points-quota';

/** What the functions of a site asked for in an hour, together. */
export interface SpentStore {
  read(): Promise<Spent | undefined>;
  /** Adds to what was spent in that hour, and answers what it comes to. */
  add(more: Spent): Promise<Spent>;
}

/** Counting holds up what it counts no longer than this. */
export const COUNTING_TIMEOUT_MS = 3_000;
/** What was kept is read again after this: other functions spend too. */
const FRESH_MS = 30_000;
/** Fewer points than this are kept for the next time: a lost remainder matters less than a write. */
const WORTH_A_WRITE = 100;
/** Fewer than this are written when this function reads again, instead of while somebody waits for their answer. */
const CAN_WAIT = 300;

const nothing = (now: Instant): Spent => ({ hour: hourOf(now), optional: 0, all: 0 });

const later = (one: Instant | undefined, other: Instant | undefined): Instant | undefined =>
  one === undefined || (other !== undefined && Date.parse(other) > Date.parse(one)) ? other : one;

/** Two counts of one hour; of two hours, the later one. */
export function added(one: Spent, other: Spent): Spent {
  const notBefore = later(one.notBefore, other.notBefore);
  const waits = notBefore === undefined ? {} : { notBefore };
  if (one.hour !== other.hour) return { ...(one.hour > other.hour ? one : other), ...waits };
  const [optional, all] = [one.optional + other.optional, one.all + other.all];
  return { hour: one.hour, optional, all, ...waits };
}

/**
 * What this site asks of Jira in an hour. Work that can wait stops in time, and leaves the gate and what people do their
 * share; they are counted, and never stopped.
 */
export class Budget {
  /** Work that can wait, with what such work may have spent in the hour while it goes on. */
  private readonly optional = new AsyncLocalStorage<{ readonly most: number }>();
  /** As storage said it last. */
  private kept: Spent | undefined;
  /** Counted here and not yet kept. */
  private own: Spent;
  private said: Said | undefined;
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly now: () => Instant) {
    this.own = nothing(now());
  }

  /**
   * Runs work that can wait; what it asks of Jira once the budget is spent is answered by when it may be asked again.
   *
   * @param kind.isSmallAtFirst it begins with a few questions that are worth less than the wait for what was spent
   * @param kind.isUnattended nobody waits for what it answers
   */
  async optionally<T>(
    work: () => Promise<T>,
    store: SpentStore,
    { isSmallAtFirst = false, isUnattended = false } = {},
  ): Promise<T> {
    const looked = this.look(store);
    if (!isSmallAtFirst) await looked;
    try {
      return await this.optional.run({ most: isUnattended ? UNATTENDED_AN_HOUR : OPTIONAL_AN_HOUR }, work);
    } finally {
      await looked;
      await this.keep(store, CAN_WAIT);
    }
  }

  /** From when on what is being done may ask; undefined for now. */
  mustWait(): Instant | undefined {
    const going = this.optional.getStore();
    if (!going) return undefined;
    const now = this.now();
    return optionalFrom(added(this.kept ?? nothing(now), this.current(now)), this.said, now, going.most);
  }

  /** Takes note of an answer's headers. @returns when Jira may be asked again, where it said so */
  hear(status: number, headers: Headers): Instant | undefined {
    const now = this.now();
    const { said, notBefore } = heardFrom(status, headers, now);
    if (said) this.said = said;
    if (notBefore !== undefined) this.own = added(this.current(now), { ...nothing(now), notBefore });
    return notBefore;
  }

  /** Counts an answer. */
  count(method: string, body: unknown): void {
    const points = pointsOf(method, body);
    const now = this.now();
    const optional = this.optional.getStore() ? points : 0;
    this.own = added(this.current(now), { hour: hourOf(now), optional, all: points });
  }

  /** What was counted before this hour is of no use in it. */
  private current(now: Instant): Spent {
    return this.own.hour === hourOf(now) ? this.own : added(this.own, nothing(now));
  }

  private async look(store: SpentStore): Promise<void> {
    const at = Date.parse(this.now());
    if (at >= this.readAt && at - this.readAt < FRESH_MS) return;
    try {
      if (await this.keep(store, WORTH_A_WRITE)) {
        this.readAt = at;
        return;
      }
      this.kept = await store.read();
      this.readAt = at;
    } catch (error) {
      // Counting must not stop what it counts: this function goes by what it knows itself.
      logError('What was asked of Jira this hour could not be read', error);
    }
  }

  /** Keeps what was counted, where that is so much or news. @returns whether it was, and what is kept is known with it */
  private async keep(store: SpentStore, worth: number): Promise<boolean> {
    const { own } = this;
    const isNews = own.notBefore !== undefined && own.notBefore !== this.kept?.notBefore;
    if (own.all < worth && !isNews) return false;
    // Whoever counts meanwhile begins anew.
    this.own = nothing(this.now());
    try {
      this.kept = await store.add(own);
      return true;
    } catch (error) {
      this.own = added(own, this.own);
      logError('What was asked of Jira this hour could not be kept', error);
      return false;
    }
  }
}

/** The budget of the function that runs here. */
export const budget = new Budget(() => new Date(Date.now()).toISOString());
