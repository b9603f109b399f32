import { z } from 'zod';
import type { Client } from './http';

const user = z.object({
  accountId: z.string(),
  displayName: z.string(),
  active: z.boolean().default(true),
  accountType: z.string().default('atlassian'),
  timeZone: z.string().optional(),
  locale: z.string().optional(),
});
export type User = z.infer<typeof user>;

const instant = z.union([z.string(), z.number()]).transform((value) => new Date(value).getTime());
const state = z.object({
  clock: z.object({ now: instant, ticking: z.boolean() }),
  users: z.array(user),
  seed: z.string(),
  seeds: z.array(z.string()).default([]),
});

/** What the shell reads of `GET /sandbox/state`; `clock.now` is milliseconds since the epoch. */
export type SandboxState = z.infer<typeof state>;

export const readState = async (): Promise<SandboxState> => {
  const response = await fetch('/sandbox/state');
  if (!response.ok) throw new Error(`The stand-in's state could not be read (${response.status}).`);
  return state.parse(await response.json());
};

/** Moves simulated time by an ISO 8601 duration; due schedules fire. */
export const advanceClock = (client: Client, duration: string) =>
  client.send('POST', '/sandbox/clock', { advance: duration }, z.unknown());

/** Starts over with the world of that name. */
export const resetSandbox = (client: Client, seed: string) =>
  client.send('POST', '/sandbox/reset', { seed }, z.unknown());

/** Deactivates, activates or closes an account. */
export const changeUser = (client: Client, accountId: string, change: { active?: boolean; closed?: true }) =>
  client.send('POST', `/sandbox/users/${encodeURIComponent(accountId)}`, change, z.unknown());

/** Calls a resolver as the bridge does. */
export const invokeResolver = (client: Client, moduleKey: string, body: unknown) =>
  client.send('POST', `/sandbox/invoke/${encodeURIComponent(moduleKey)}`, body, z.unknown());

const lozenge = z.object({
  label: z.string(),
  type: z.enum(['default', 'inprogress', 'moved', 'new', 'removed', 'success']).default('default'),
});
const properties = z.object({ status: z.object({ value: lozenge }).optional() });

/** The lozenge of an issue context; undefined where the app gives none. */
export const readLozenge = async (client: Client, moduleKey: string, extension: unknown) => {
  const path = `/sandbox/properties/${encodeURIComponent(moduleKey)}`;
  return (await client.send('POST', path, { context: { extension } }, properties)).status?.value;
};

const mail = z.object({
  issueKey: z.string(),
  sentAt: instant,
  from: z.string(),
  subject: z.string(),
  textBody: z.string(),
  recipients: z.array(z.string()),
});

/** Mails that Jira would have sent to the person, newest first. */
export const readInbox = (client: Client) => client.get('/sandbox/shell/api/inbox', z.array(mail));
