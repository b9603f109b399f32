import type * as z from 'zod/mini';
import type { CharterCommand } from '../../domain/charter/commands';
import type { Access } from '../access';
import type { CommandOutputs } from '../shapes/charter-answer';
import type { Permission } from './roles';

type Schema = z.ZodMiniType;

/** Fields of an input that name what a call is about. */
export type SubjectField = 'agreementId' | 'escalationId' | 'issueKey' | 'projectId';

export interface Definition extends Permission {
  /** `<noun>/<verb>`, as its file is named. */
  readonly key: `${string}/${string}`;
  /** Built when the call is first made. Unknown keys are refused: what is not understood is not silently dropped. */
  readonly input: () => Schema;
  readonly access: Access;
  /** The field of the input that names what the call is about: its own people may need to act without seeing the item. */
  readonly about?: SubjectField;
  /** Answers something that waits for somebody, and can be given from My commitments. */
  readonly answersDuty?: true;
  /** Gives a command that needs more than its input says. */
  readonly givesCommand?: true;
  /** Changes something without giving a command: always, or where this field of the input is given. */
  readonly changes?: boolean | 'choices';
  /**
   * Leaves no trace at all, not even a line that somebody asked: it may be read beside the question whether the caller has
   * the right, since nobody is answered who has not.
   */
  readonly readsOnly?: true;
  /** What the report calls it, where it can do this to several items at once. */
  readonly reportAct?: string;
  /** Reads what a dashboard shows. */
  readonly onDashboard?: true;
  /** Can wait where Jira's points run short, and is done for a person once at a time. */
  readonly canWait?: true;
}

/** A call that is no command says whether it changes anything: under a lapsed licence no change is made. */
type SaysWhetherItChanges =
  { readonly changes: NonNullable<Definition['changes']> } | { readonly givesCommand: true };

interface CommandDefinition extends Definition {
  readonly access: 'item' | 'item-or-provider' | 'item-or-addressee';
  readonly about?: 'agreementId' | 'escalationId';
  /** The charter command that the call gives: its payload is the input, without `seen`. */
  readonly command: CharterCommand['type'];
}

/** What must be named in the input for these to be told apart from everybody else. */
interface SubjectOfAccess {
  readonly 'item-or-provider': 'agreementId';
  readonly 'item-or-addressee': 'escalationId';
  readonly 'named-item-admin': 'issueKey';
  readonly 'workflow-admin': 'projectId';
}

type Fields<D extends Definition> = keyof z.output<ReturnType<D['input']>>;

/** What the compiler prints at the property that is wrong. */
interface Mistake<Text extends string> {
  readonly mistake: Text;
}

type NoOtherThan<Known, D> = {
  readonly [P in Exclude<keyof D, Known>]: Mistake<'no call has this property'>;
};

type SubjectIsNamed<D extends Definition> = D extends {
  readonly access: infer A extends keyof SubjectOfAccess;
  readonly about?: infer S;
}
  ? S extends SubjectOfAccess[A]
    ? SubjectIsGiven<D>
    : { readonly about: Mistake<`${A} needs ${SubjectOfAccess[A]}`> }
  : SubjectIsGiven<D>;

type SubjectIsGiven<D extends Definition> = D extends { readonly about: infer S extends string }
  ? S extends Fields<D>
    ? unknown
    : { readonly about: Mistake<`the input has no ${S}`> }
  : unknown;

/** `seen`: how many history entries the caller's screen shows; what others changed since is then told, not overwritten. */
type CommandInput<T> = Omit<Extract<CharterCommand, { readonly type: T }>, 'type'> & {
  readonly seen?: number | undefined;
};

/** Fields of the command that the input does not give, or not as the command takes them. */
type Wanting<Wanted, Given> = {
  [P in keyof Wanted]-?: (P extends keyof Given ? Given[P] : undefined) extends Wanted[P] ? never : P;
}[keyof Wanted];

type InputIsPayload<D extends CommandDefinition, Wanted = CommandInput<D['command']>> = {
  readonly input: [z.output<ReturnType<D['input']>>] extends [Wanted]
    ? Exclude<Fields<D>, keyof Wanted> extends never
      ? () => Schema
      : Mistake<`the command takes no ${string & Exclude<Fields<D>, keyof Wanted>}`>
    : Mistake<`the command wants ${string & Wanting<Wanted, z.output<ReturnType<D['input']>>>}`>;
};

type OutputOf<D extends CommandDefinition> =
  D extends Record<'about', keyof CommandOutputs> ? CommandOutputs[D['about']] : CommandOutputs['charter'];

/** A call with what it answers, which is known to the compiler alone: `output` is never there. */
type Defined<D extends Definition, Output extends () => Schema> = D & { readonly output?: Output };

/**
 * Everything about one call but its handler. Beside it, its file exports `output`, the schema of its answer, and names
 * its type here: a schema that only a type speaks of is left out of the functions and the pages, which do not check
 * what they answer themselves.
 */
export const defineCall =
  <Output extends () => Schema>() =>
  <const D extends Definition & SaysWhetherItChanges>(
    definition: D & SubjectIsNamed<D> & NoOtherThan<keyof Definition, D>,
  ): Defined<D, Output> =>
    definition;

/**
 * A call that gives one charter command and needs no handler. It answers with the charter; one about an agreement or a
 * question answers with that alone where Jira hides the item from its caller.
 */
export const defineCommandCall = <const D extends CommandDefinition>(
  definition: D & SubjectIsNamed<D> & InputIsPayload<D> & NoOtherThan<keyof CommandDefinition, D>,
): Defined<D, OutputOf<D>> => definition;
