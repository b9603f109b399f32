import * as z from 'zod/mini';

/** As the compiler prints it where a schema and a type differ. */
type SameAs<S extends z.ZodMiniType, T> = [z.output<S>] extends [T]
  ? [T] extends [z.output<S>]
    ? unknown
    : { readonly 'the schema does not take': Exclude<T, z.output<S>> }
  : { readonly 'the type does not know': Exclude<z.output<S>, T> };

/**
 * A schema of a type of the domain, held against it both ways: what only one of the two knows is an error here, at the
 * schema, and not wherever an answer is made or read.
 */
export const schemaOf =
  <T>() =>
  <S extends z.ZodMiniType>(schema: S & SameAs<S, T>): S =>
    schema;

export const list = <T extends z.ZodMiniType>(of: T) => z.readonly(z.array(of));

/** Absent, and never there without a value. */
export const maybe = z.exactOptional;

export const ok = z.literal(true);
/** ISO 8601 in UTC. */
export const instant = z.iso.datetime();
export const date = z.iso.date();
export const account = z.string();
/** What to ask for next; absent on the last page. A page may be empty and still have a next one. */
export const nextCursor = maybe(z.string());
