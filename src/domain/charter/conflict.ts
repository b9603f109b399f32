import type { AccountId, AgreementId } from '../ids';
import { definitionOf, eventDefinitionOf, type CharterCommand } from './commands';
import type { SubjectKind } from './define-command';
import type { CharterEvent } from './events';

/** The part of a charter that a command is about: what its giver looked at before deciding. */
export type Subject =
  | { readonly kind: Exclude<SubjectKind, 'agreement'> }
  | { readonly kind: 'agreement'; readonly agreementId: AgreementId };

/** How a command stands to what was written since its giver looked. */
export type Conflict =
  | { readonly kind: 'fresh' }
  /** The same person's same command is already written: the answer to it was lost on the way. */
  | { readonly kind: 'repeated' }
  /** Somebody else changed what it is about; the latest such entry. */
  | { readonly kind: 'changed'; readonly entry: CharterEvent };

/** Null for commands that nobody decides on what they saw. */
export function subjectOf(command: CharterCommand): Subject | null {
  const { subject: kind } = definitionOf(command);
  if (kind !== 'agreement') return kind && { kind };
  return 'agreementId' in command ? { kind, agreementId: command.agreementId } : null;
}

export function affects(event: CharterEvent, subject: Subject): boolean {
  return subject.kind === 'agreement'
    ? 'agreementId' in event && event.agreementId === subject.agreementId
    : (eventDefinitionOf(event)?.affects.includes(subject.kind) ?? false);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether what was said holds what was asked, and where it says more, only beside it. */
function isSame(said: unknown, asked: unknown): boolean {
  if (Array.isArray(asked)) {
    return (
      Array.isArray(said) &&
      said.length === asked.length &&
      asked.every((one, place) => isSame(said[place], one))
    );
  }
  if (isObject(asked)) {
    return isObject(said) && Object.entries(asked).every(([name, value]) => isSame(said[name], value));
  }
  return said === asked;
}

/** Whether an event says what a command asked for. Events may say more than was asked, never something else. */
function isOutcomeOf(event: CharterEvent, command: CharterCommand): boolean {
  const definition = definitionOf(command);
  if (definition.event !== event.type) return false;
  const said: Readonly<Record<string, unknown>> = { ...event };
  return Object.entries(definition.says(command)).every(
    ([name, asked]) => asked === undefined || isSame(said[name], asked),
  );
}

/**
 * Whether a command conflicts with the events written since its giver last read the charter (oldest first). Events of
 * the giver never conflict; those of others do, where they affect the same part of the charter.
 */
export function conflictSince(
  since: readonly CharterEvent[],
  command: CharterCommand,
  actor: AccountId,
): Conflict {
  const subject = subjectOf(command);
  if (!subject) return { kind: 'fresh' };
  const about = since.filter(
    (event) => affects(event, subject) || (event.by === actor && isOutcomeOf(event, command)),
  );
  const mine = about.findIndex((event) => event.by === actor && isOutcomeOf(event, command));
  const theirs = about.findIndex(({ by }) => by !== actor);
  if (mine >= 0 && (theirs < 0 || mine < theirs)) return { kind: 'repeated' };
  const entry = about.findLast(({ by }) => by !== actor);
  return entry ? { kind: 'changed', entry } : { kind: 'fresh' };
}
