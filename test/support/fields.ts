import { clientOf } from './client';
import type { ServedSite } from './sandbox';

/** What our read-only fields of an item say in Jira, by name; people by their account ids. */
export async function fieldsIn(
  site: ServedSite,
  issueKey: string,
  reader = 'u-admin',
): Promise<Readonly<Record<string, unknown>>> {
  const { body } = await clientOf(site, reader).get(`/rest/api/3/issue/${issueKey}?expand=names,schema`);
  const { names, fields, schema } = body as {
    readonly names: Readonly<Record<string, string>>;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly schema: Readonly<Record<string, { readonly custom?: string }>>;
  };
  const own = Object.keys(schema).filter((id) => schema[id]?.custom?.includes('/static/holdfast-'));
  return Object.fromEntries(own.map((id) => [names[id] ?? id, plain(fields[id])]));
}

const isPerson = (value: unknown): value is { readonly accountId: string } =>
  typeof value === 'object' && value !== null && 'accountId' in value;

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return isPerson(value) ? value.accountId : (value ?? null);
}

/** The Gate field alone. */
export const gateIn = async (site: ServedSite, issueKey: string): Promise<unknown> =>
  (await fieldsIn(site, issueKey))['Gate'];

const MINUTE = 60_000;

/** Lets time pass for Jira and the app: schedules fire, and what they queue runs. */
export async function pass(site: ServedSite, minutes: number): Promise<void> {
  await site.sandbox.moveTo(site.sandbox.clock.now() + minutes * MINUTE);
  await site.sandbox.drain();
}

export const FIVE_MINUTES = 5;
export const A_DAY = 25 * 60;
