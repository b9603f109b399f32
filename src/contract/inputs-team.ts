import * as z from 'zod/mini';
import { MAX_ANSWERS_FOR, MAX_MEMBERS, MAX_TEAMS } from '../domain/team/team';
import { calendar, list } from './inputs-clocks';
import { accountId, isoDate, LIMITS, once, text } from './input-parts';

export const teamId = once(() => z.string().check(z.regex(/^T[1-9][0-9]{0,5}$/, 'not-a-team-id')));

const people = (most: number) => list(accountId(), z.maxLength(most, 'too-many'));

/** A team as it is saved: what a client leaves out is nothing, and a team without an id is a new one. */
export const teamSchema = () =>
  z.strictObject({
    id: z.optional(teamId()),
    name: text(LIMITS.short),
    members: z._default(people(MAX_MEMBERS), () => []),
    takesRequests: z._default(
      z.nullable(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('person'), accountId: accountId() }),
          z.strictObject({ kind: z.literal('rota'), people: people(MAX_MEMBERS), from: isoDate() }),
        ]),
      ),
      null,
    ),
    calendar: z._default(z.nullable(calendar()), null),
    answersFor: z._default(
      list(
        z.strictObject({
          /** By its id, or by the key it has now. */
          projectId: z.optional(
            z.string().check(z.minLength(1, 'required'), z.maxLength(LIMITS.name, 'too-long')),
          ),
          projectKey: z.string().check(z.minLength(1, 'required'), z.maxLength(LIMITS.name, 'too-long')),
          component: z.optional(text(LIMITS.name)),
        }),
        z.maxLength(MAX_ANSWERS_FOR, 'too-many'),
      ),
      () => [],
    ),
  });

export const teamsSchema = () => list(teamSchema(), z.maxLength(MAX_TEAMS, 'too-many'));

export type TeamInput = z.output<ReturnType<typeof teamSchema>>;
