import * as z from 'zod/mini';

const counted = z.object({ count: z.int().check(z.gte(0)) });

const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** The open items of a project, or of the site, of some types or of all. */
export function countQuery(projectKey: string | null, types: readonly string[] | null): string {
  return [
    ...(projectKey === null ? [] : [`project = ${quote(projectKey)}`]),
    'statusCategory != Done',
    ...(types === null ? [] : [`issuetype in (${types.map(quote).join(', ')})`]),
  ].join(' AND ');
}

/** @throws Error when it is no count. */
export const countIn = (answer: unknown): number => counted.parse(answer).count;
