import type { AccountId, AgreementId } from '../ids';
import type { Result } from '../result';
import type { Instant } from '../time/time';
import type { Charter } from './charter';
import type { Facts } from './facts';
import type { AllOf, PersonPath } from './person-paths';
import type { Moment, Told } from './past';
import type { Refusal } from './rejection';

/** What every event says. */
export interface Happened {
  readonly at: Instant;
  readonly by: AccountId;
  /** It asks somebody, and when they are reached is recorded apart; absent in events from before that was. */
  readonly tracked?: true;
}

/** What every event in the life of one agreement says. */
export interface OfAgreement extends Happened {
  readonly agreementId: AgreementId;
}

/** The events a command causes, or why it is refused. */
export type Decision<E> = Result<readonly E[], Refusal>;

/** The parts of a charter that commands are about: what their giver looked at before deciding. */
export type SubjectKind =
  | 'owner'
  | 'authority'
  | 'brief'
  /** Whether anything is needed from others at all. */
  | 'dependencies'
  /** One more request stands beside the others; only a statement that there are none speaks against it. */
  | 'request'
  | 'waivers'
  | 'check-ins'
  | 'questions'
  | 'gaps'
  | 'review'
  /** Whether it is one of the vital few. */
  | 'vital'
  /** The one agreement that the command or the event names. */
  | 'agreement';

type Typed = { readonly type: string };
type Event = Happened & Typed;

/** What one person is asked for an answer to. */
export type Put = 'agreement' | 'question' | 'ownership';

/** An event of which nothing but its type is known here. */
export interface EventDefinition<E extends Event> {
  readonly event: E['type'];
  readonly affects: readonly SubjectKind[];
  readonly people: readonly string[];
  readonly puts?: Put;
  readonly asksBack?: true;
  readonly keepsTurn?: true;
  readonly tellsOfFinished?: true;
  // Methods, so that definitions of different events can stand in one list: each is asked about its own event only.
  evolve(charter: Charter, event: E): Charter;
  mayFollow(charter: Charter, event: E): boolean;
  tells(event: E, moment: Moment): Told;
  owner?(event: E): AccountId | null | undefined;
  undoable?(event: E): boolean;
}

export interface CommandDefinition<
  C extends Typed,
  E extends Event,
  Also extends Event,
> extends EventDefinition<E> {
  readonly type: C['type'];
  readonly room: Room;
  readonly subject: SubjectKind | null;
  says(command: C): object;
  decide(charter: Charter, command: C, facts: Facts): Decision<E | Also>;
}

type AnyDefinition = CommandDefinition<Typed, Event, Event>;

interface OfEvent<E extends Event> {
  readonly event: E['type'];
  /** What it changes for somebody about to give a command on it. An agreement it names is always affected. */
  readonly affects: readonly Exclude<SubjectKind, 'agreement'>[];
  /**
   * Whom the event tells within minutes: whoever holds the move that it opened, as long as they hold it, and whoever
   * waited for this answer. Whoever caused it is left out of what this says.
   */
  readonly tells: (event: E, moment: Moment) => Told;
  /** What it puts to somebody for an answer. */
  readonly puts?: Put;
  /** It puts a question back to whoever asked. */
  readonly asksBack?: true;
  /** For an event of an agreement: it says something, and whoever had the turn still has it. */
  readonly keepsTurn?: true;
  /** Told of finished work as well: it is how that comes to its end. */
  readonly tellsOfFinished?: true;
  /** Whether whoever caused it can say for some minutes that it was a slip. */
  readonly undoable?: (event: E) => boolean;
  /** Whose the work is from then on; null where nobody's, undefined where the event does not say. */
  readonly owner?: (event: E) => AccountId | null | undefined;
  /**
   * Whether the event may follow on a record it was not decided on: where two records of one item become one. What only
   * the owner decides must be the owner's of that record too.
   */
  readonly mayFollow: (charter: Charter, event: E) => boolean;
  /** The charter after the event. Never refuses: what happened, happened. */
  readonly evolve: (charter: Charter, event: E) => Charter;
}

/**
 * Where a command and its event name people, besides who caused it: exactly those fields, or it does not compile. From
 * here they are looked up before deciding, named in the history, and reported as stored personal data.
 */
type People<T> = { readonly people: AllOf<Exclude<PersonPath<T>, 'by'>> };

/**
 * Which part of a record a command may fill. `reserve`: also the last part, which is kept for what moves the item on or
 * lets somebody out (answering, withdrawing, handing back, waiving), whatever others have filled the rest with.
 */
export type Room = 'ordinary' | 'reserve';

interface OfCommand<C extends Typed, E extends Event, Also extends Event> {
  readonly type: C['type'];
  readonly room: Room;
  /** What its giver looked at; null for what nobody decides on what they saw. */
  readonly subject: C extends { readonly agreementId: AgreementId }
    ? 'agreement'
    : Exclude<SubjectKind, 'agreement'> | null;
  /**
   * What its event says of what was asked, where that is not said field by field: by this a command is recognised that
   * is sent again, because the answer to it was lost.
   */
  readonly says?: (command: C) => {
    readonly [Field in Exclude<keyof E, 'type' | keyof Happened>]?: E[Field] | undefined;
  };
  /** Pure: the same charter, command and facts always decide the same. */
  readonly decide: (charter: Charter, command: C, facts: Facts) => Decision<E | Also>;
}

/**
 * Everything about one command: who may give it, what it means, and the event that is stored of it. Events are stored
 * for good: an old one keeps its meaning, a changed meaning is a new event.
 *
 * `Also`: an event of another command that this one may cause instead.
 */
export function defineCommand<C extends Typed, E extends Event, Also extends Event = never>(
  definition: OfCommand<C, E, Also> & OfEvent<E> & People<C | E>,
): CommandDefinition<C, E, Also>;
// Written without the types above: within, the compiler would look for people in types it does not know yet.
export function defineCommand(
  definition: Omit<AnyDefinition, 'says'> & Partial<Pick<AnyDefinition, 'says'>>,
): AnyDefinition {
  return { says: ({ type: _type, ...said }) => said, ...definition };
}

/** An event that no command causes. */
export function defineEvent<E extends Event>(definition: OfEvent<E> & People<E>): EventDefinition<E>;
export function defineEvent(definition: EventDefinition<Event>): EventDefinition<Event> {
  return definition;
}
