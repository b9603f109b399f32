import { compareInstants } from '../../domain/time/time';
import { route } from '@forge/api';
import * as z from 'zod/mini';
import type { Viewer } from '../../app/subject/ports';
import { Refused, Unavailable } from '../unavailable';
import { ITEMS_PER_CHANGELOG_READ, type Changelogs } from '../../app/report/ports';
import type { ItemChange } from '../../domain/changelog/change';
import { askJira, isHidden } from './client';

/** Most changes Jira puts on one page. */
const CHANGES_PER_PAGE = 10_000;

/** Built when a changelog first arrives: every other call would pay for it at each cold start. */
function buildPage() {
  const text = z.nullish(z.string());
  // Jira's description knows no null here, and its answers do: a change starts or ends with nothing.
  const changedField = z.object({
    field: z.string(),
    fieldId: text,
    from: text,
    fromString: text,
    to: text,
    // Every object has a toString; only an own text is Jira's.
    toString: z.unknown(),
  });
  const history = z.object({
    id: z.string(),
    author: z.nullish(z.object({ accountId: z.optional(z.string()) })),
    // Described as a date, and written as milliseconds in this endpoint's own example.
    created: z.union([z.string(), z.number()]),
    items: z.array(changedField),
  });
  return z.object({
    issueChangeLogs: z.optional(
      z.array(z.object({ issueId: z.string(), changeHistories: z.optional(z.array(history)) })),
    ),
    nextPageToken: text,
  });
}

type Page = ReturnType<typeof buildPage>;
type History = NonNullable<NonNullable<z.infer<Page>['issueChangeLogs']>[number]['changeHistories']>[number];

let built: Page | undefined;
const page = (): Page => (built ??= buildPage());

/** A smaller number is a time in seconds: in milliseconds it would lie in 1970. */
const EARLIEST_MS = 31_536_000_000;

function toInstant(created: string | number): string {
  const time =
    typeof created === 'string' ? Date.parse(created) : created < EARLIEST_MS ? created * 1000 : created;
  if (Number.isNaN(time)) throw new Unavailable('jira', 'changelogs: a change without a date');
  return new Date(time).toISOString();
}

const toChange = ({ id, author, created, items }: History): ItemChange => ({
  id,
  at: toInstant(created),
  by: author?.accountId ?? null,
  fields: items.map((item) => ({
    fieldId: item.fieldId ?? item.field,
    from: item.from ?? null,
    fromText: item.fromString ?? null,
    to: item.to ?? null,
    toText: typeof item.toString === 'string' ? item.toString : null,
  })),
});

async function readBatch(
  viewer: Viewer,
  issueIds: readonly string[],
  fieldIds: readonly string[],
  into: Map<string, ItemChange[]>,
): Promise<void> {
  let nextPageToken: string | undefined;
  do {
    const answer = await askJira(viewer, route`/rest/api/3/changelog/bulkfetch`, {
      method: 'POST',
      body: {
        issueIdsOrKeys: issueIds,
        fieldIds,
        maxResults: CHANGES_PER_PAGE,
        ...(nextPageToken !== undefined && { nextPageToken }),
      },
    });
    if (isHidden(answer)) throw new Refused(`changelogs: status ${answer.status}`);
    const parsed = z.safeParse(page(), answer);
    if (!parsed.success) throw new Unavailable('jira', 'changelogs: not the shape Jira describes');
    for (const { issueId, changeHistories = [] } of parsed.data.issueChangeLogs ?? []) {
      const changes = into.get(issueId) ?? [];
      into.set(issueId, [...changes, ...changeHistories.map(toChange)]);
    }
    nextPageToken = parsed.data.nextPageToken ?? undefined;
  } while (nextPageToken !== undefined && nextPageToken !== '');
}

export const changelogs: Changelogs = {
  async changelogs(viewer, issueIds, fieldIds) {
    const batches: (readonly string[])[] = [];
    for (let i = 0; i < issueIds.length; i += ITEMS_PER_CHANGELOG_READ) {
      batches.push(issueIds.slice(i, i + ITEMS_PER_CHANGELOG_READ));
    }
    const found = new Map<string, ItemChange[]>();
    await Promise.all(batches.map((batch) => readBatch(viewer, batch, fieldIds, found)));
    // Ids grow with time, and part what happened within one millisecond.
    const inOrder = (a: ItemChange, b: ItemChange): number =>
      a.at === b.at ? Number(a.id) - Number(b.id) : compareInstants(a.at, b.at);
    return new Map([...found].map(([issueId, changes]) => [issueId, changes.sort(inOrder)]));
  },
};
