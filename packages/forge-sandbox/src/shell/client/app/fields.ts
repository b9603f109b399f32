import { z } from 'zod';
import type { Field } from './shapes';

/** Forge fields name their extension point in the schema. */
export const isForgeField = ({ schema }: Field): boolean =>
  schema?.custom?.startsWith('ari:cloud:ecosystem::extension/') === true;

/** A field in which several people can be named by hand, such as co-leads. */
export const isPeopleField = ({ schema }: Field): boolean =>
  schema?.custom?.endsWith(':multiuserpicker') === true;

const personLike = z.union([
  z.object({ accountId: z.string(), displayName: z.string().optional() }),
  z.string().transform((accountId) => ({ accountId, displayName: undefined })),
]);
const peopleValue = z.union([z.array(personLike), personLike.transform((one) => [one])]);

/** The account ids in a user field's value; empty for no value or a value of another kind. */
export const peopleIn = (value: unknown): { accountId: string; displayName: string | undefined }[] => {
  const parsed = peopleValue.safeParse(value);
  return parsed.success ? parsed.data.map(({ accountId, displayName }) => ({ accountId, displayName })) : [];
};

const named = z.union([
  z.object({ displayName: z.string() }).transform((v) => v.displayName),
  z.object({ name: z.string() }).transform((v) => v.name),
  z.object({ value: z.string() }).transform((v) => v.value),
]);

/** A field's value as one line of text; undefined when it is empty. */
export const fieldText = (value: unknown): string | undefined => {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const parts = value.flatMap((item) => fieldText(item) ?? []);
    return parts.length === 0 ? undefined : parts.join(', ');
  }
  const parsed = named.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};
