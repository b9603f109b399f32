import * as z from 'zod/mini';
import type { PersonFact } from '../../domain/values';
import { account, maybe, schemaOf } from './schema-of';

const person = schemaOf<PersonFact>()(
  z.strictObject({
    accountId: account,
    kind: z.enum(['human', 'app', 'customer']),
    active: z.boolean(),
    displayName: z.string().check(z.minLength(1)),
    timeZone: maybe(z.string()),
    avatarUrl: maybe(z.string()),
  }),
);

/** Those whom an answer speaks of, by their accounts. */
export const people = z.record(z.string(), person);
