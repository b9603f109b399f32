import * as z from 'zod/mini';

/** Longest texts accepted, in characters. Fifty agreements of full length still fit one storage record. */
export const LIMITS = { accountId: 128, name: 255, short: 200, text: 1000 } as const;

/** Built when first used, and kept: a cold start pays for the call it answers, not for every schema there is. */
export function once<T>(build: () => T): () => T {
  let built: T | undefined;
  return () => (built ??= build());
}

/** Letters that show nothing, besides spaces, controls and format marks: Hangul fillers and the empty Braille cell. */
const BLANK_LETTERS = /[\u115F\u1160\u2800\u3164\uFFA0]/g;

/** Whether a text shows anything. */
export const isVisible = (value: string): boolean =>
  /[^\p{C}\p{Z}\p{M}]/u.test(value.replace(BLANK_LETTERS, ''));

/** Trimmed, with something to see in it. */
export const text = (max: number) =>
  z.string().check(z.trim(), z.refine(isVisible, 'required'), z.maxLength(max, 'too-long'));
export const accountId = once(() =>
  z.string().check(z.minLength(1, 'required'), z.maxLength(LIMITS.accountId, 'too-long')),
);
export const issueKey = once(() =>
  z
    .string()
    .check(
      z.maxLength(LIMITS.name, 'too-long'),
      z.regex(/^[A-Z][A-Z0-9_]+-[1-9][0-9]*$/, 'not-an-issue-key'),
    ),
);
/** Most projects that one call names. */
export const MOST_NAMED_PROJECTS = 50;
export const projectKey = once(() =>
  z.string().check(z.maxLength(LIMITS.name, 'too-long'), z.regex(/^[A-Z][A-Z0-9_]+$/, 'not-a-project-key')),
);
export const agreementId = once(() => z.string().check(z.regex(/^A[1-9][0-9]{0,5}$/, 'not-an-agreement-id')));

export const escalationId = once(() =>
  z.string().check(z.regex(/^E[1-9][0-9]{0,5}$/, 'not-an-escalation-id')),
);

/** A need of a check-in, as the check-in's answer names it. */
export const needId = once(() =>
  z.string().check(z.regex(/^N[1-9][0-9]{0,5}[.][1-9][0-9]?$/, 'not-a-need-id')),
);

/** A calendar date that exists: `2026-02-30` is refused. */
/** With its offset; kept in UTC. */
export const instantInput = once(() => z.iso.datetime({ offset: true, error: 'not-an-instant' }));

export const isoDate = once(() => z.iso.date('not-a-date'));

/** Names one command of one person: sent again under the same name, it is carried out once. */
export const commandId = once(() => z.uuid('not-a-command-id'));

/** How many history entries the caller's screen shows: what others changed since is then told, not overwritten. */
export const seen = once(() => z.optional(z.int().check(z.gte(0))));

/** Where the page before ended, as its answer said. An empty one would begin again, unseen. */
export const cursor = once(() =>
  z.optional(z.string().check(z.minLength(1, 'not-a-cursor'), z.maxLength(4000, 'too-long'))),
);

/** The items a report looks at. `policy`: the types under policy. `all`: every open item of the project. */
export const reportScope = once(() => z.optional(z.enum(['policy', 'all'])));

/** The version that was read, so that two administrators cannot overwrite each other. */
export const version = once(() => z.int().check(z.gte(0)));

export const nothing = once(() => z.strictObject({}));

/** A step of one agreement, with the other fields it takes. */
export const ofAgreement = <T extends Readonly<Record<string, z.ZodMiniType>>>(fields: () => T) =>
  once(() => z.strictObject({ agreementId: agreementId(), seen: seen(), ...fields() }));
