import * as z from 'zod/mini';
import { HELD_KINDS } from '../../domain/commitments/held';
import {
  AWAY_READERS,
  type Absence,
  type AwayAhead,
  type AwayNow,
  type AwaySettings,
} from '../../domain/team/presence';
import type { Team } from '../../domain/team/team';
import { people } from './people';
import { refusal } from './refusal';
import { account, date, instant, list, maybe, ok, schemaOf } from './schema-of';

const calendar = z.strictObject({
  timeZone: z.string(),
  workdays: list(z.int()),
  from: z.string(),
  to: z.string(),
  holidays: list(date),
});

export const team = schemaOf<Team>()(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    members: list(account),
    takesRequests: z.nullable(
      z.union([
        z.strictObject({ kind: z.literal('person'), accountId: account }),
        z.strictObject({ kind: z.literal('rota'), people: list(account), from: date }),
      ]),
    ),
    calendar: z.nullable(calendar),
    answersFor: list(
      z.strictObject({ projectId: z.string(), projectKey: z.string(), component: maybe(z.string()) }),
    ),
  }),
);

export const absence = schemaOf<Absence>()(
  z.strictObject({
    accountId: account,
    from: date,
    to: date,
    standIn: z.nullable(account),
    zone: z.string(),
    setBy: account,
    setAt: instant,
  }),
);

/** That somebody is away now, as the reader may know it: who answers meanwhile, and the last day. */
export const awayNow = schemaOf<AwayNow>()(z.strictObject({ standIn: z.nullable(account), to: maybe(date) }));

/** That somebody is going to be away, as the reader may know it: who answers then, and the days. */
export const awayAhead = schemaOf<AwayAhead>()(
  z.strictObject({ standIn: z.nullable(account), days: maybe(z.strictObject({ from: date, to: date })) }),
);

export const awaySettings = schemaOf<AwaySettings>()(
  z.strictObject({
    on: z.boolean(),
    datesShownTo: z.enum(AWAY_READERS),
    people: list(account),
    keptDays: z.int(),
  }),
);

/** The site's teams, and for each who takes its requests today; null where nobody does. */
export const teamsAnswer = z.strictObject({
  ok,
  version: z.int(),
  teams: list(team),
  takers: z.record(z.string(), z.nullable(account)),
  people,
  now: instant,
});

/** When the caller is away, and for whom they answer now. */
export const awayAnswer = z.strictObject({
  ok,
  /** Whether this site asks at all. */
  on: z.boolean(),
  mine: z.nullable(absence),
  /** Until when, for those who may know it. */
  standsInFor: list(z.strictObject({ accountId: account, to: maybe(date) })),
  people,
  now: instant,
});

/** Everybody who is away or will be, for administrators. */
export const absencesAnswer = z.strictObject({
  ok,
  version: z.int(),
  away: list(absence),
  settings: awaySettings,
  people,
  now: instant,
});

/** What waits for one person, or was promised by them. */
const held = {
  issueKey: z.string(),
  kind: z.enum(HELD_KINDS),
  /** The agreement or question; absent for the item itself. */
  id: maybe(z.string()),
};

export const leavingAnswer = z.strictObject({
  ok,
  /** What each thing is, in words somebody wrote; absent where the caller may not see its item. */
  things: list(z.strictObject({ ...held, what: maybe(z.string()), summary: maybe(z.string()) })),
  counts: z.strictObject({ promises: z.int(), decisions: z.int(), epics: z.int() }),
  /** Names of the teams whose requests they take. */
  teams: list(z.string()),
  people,
  /** There is more than one answer holds. */
  more: z.boolean(),
  now: instant,
});

export const handedOnAnswer = z.strictObject({
  ok,
  results: list(z.union([z.strictObject({ ...held, ok }), z.strictObject({ ...held, ...refusal })])),
  /** There is more to hand on: ask again. */
  more: z.boolean(),
});
