import { Temporal } from 'temporal-polyfill';

/** Writes an instant as Jira does: `2026-11-23T09:00:00.000+0100`, in the given zone. */
export function jiraInstant(ms: number, timeZone: string): string {
  if (timeZone === 'UTC') return new Date(ms).toISOString().replace('Z', '+0000');
  const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  const local = zoned.toPlainDateTime().toString({ fractionalSecondDigits: 3 });
  return local + zoned.offset.slice(0, 6).replace(':', '');
}

/** Reads ISO 8601 with an offset written `Z`, `+01:00` or `+0100`; undefined when it is none. */
export function readInstant(text: string): number | undefined {
  const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.exec(text);
  if (!iso) return undefined;
  const ms = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(ms) ? undefined : ms;
}

/** True for a real calendar day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
