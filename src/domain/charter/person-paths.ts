import type { AccountId } from '../ids';

type Joined<Name extends string, Rest extends string> = Rest extends ''
  ? Name
  : Rest extends `[]${string}`
    ? `${Name}${Rest}`
    : `${Name}.${Rest}`;

type InArray<Rest extends string> = Rest extends ''
  ? '[]'
  : Rest extends `[]${string}`
    ? `[]${Rest}`
    : `[].${Rest}`;

/** Deeper than any record of ours; without an end, the compiler would look into recursive types forever. */
type Deepest = [1, 1, 1, 1, 1, 1, 1, 1];

/**
 * Where a type holds account ids: `accountId`, `passage.movedBy`, `needs[].accountId`. Found by the flavour of
 * `AccountId`, in optional and nested fields too.
 */
export type PersonPath<T, Left extends readonly 1[] = Deepest> = Left extends readonly [
  1,
  ...infer Rest extends 1[],
]
  ? T extends unknown
    ? '__flavor' extends keyof T
      ? 'AccountId' extends T['__flavor']
        ? ''
        : never
      : T extends string | number | boolean | null | undefined
        ? never
        : T extends readonly (infer One)[]
          ? InArray<PersonPath<One, Rest>>
          : { [Name in keyof T & string]-?: Joined<Name, PersonPath<T[Name], Rest>> }[keyof T & string]
    : never
  : never;

/** A list that holds every member of a union exactly once, in any order. Meant for unions of few members. */
export type AllOf<Union extends string, One extends string = Union> = string extends Union
  ? readonly string[]
  : [Union] extends [never]
    ? readonly []
    : One extends Union
      ? readonly [One, ...AllOf<Exclude<Union, One>>]
      : never;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The account ids that a value holds at a path; none where the path leads nowhere. */
export function peopleAt(value: unknown, path: string): readonly AccountId[] {
  const found = path.split('.').reduce<readonly unknown[]>(
    (values, step) => {
      const [name = '', ...arrays] = step.split('[]');
      const next = values.flatMap((one) => (isObject(one) && Object.hasOwn(one, name) ? [one[name]] : []));
      return arrays.length > 0 ? next.flat() : next;
    },
    [value],
  );
  return found.filter((id): id is AccountId => typeof id === 'string');
}
