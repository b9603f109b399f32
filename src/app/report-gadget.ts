import type { GadgetAnswer } from '../contract/gadget';
import type { Policy } from '../domain/policy/policy';
import { summarised, summaryOf, type Summary } from '../domain/report/summary';
import type { Instant } from '../domain/values';
import { mustBrowse } from './must-browse';
import { lookUp } from './look-up';
import { charterFor } from './own-charter';
import { peopleOnPage, type ReportPorts } from './report-page';

/** A dashboard waits for its first numbers no longer than this; the rest comes with the next call. */
const PATIENCE_MS = 3_000;

interface Stretch {
  readonly summary: Summary;
  readonly cursor: string | undefined;
}

/**
 * A project's open items under policy in a few numbers, read as the viewer: what Jira hides from them is not in it,
 * counts included. Calls per 100 items: search, charters in four batches, people; one for the policy.
 */
export async function reportGadget(
  { projectKey, cursor: from }: { readonly projectKey: string; readonly cursor?: string | undefined },
  ports: ReportPorts,
): Promise<GadgetAnswer> {
  const { policy } = await ports.policies.read({ project: projectKey });
  const now = ports.clock.now();
  const parts: Summary[] = [];
  let cursor = from;
  do {
    const stretch: Stretch = await oneStretch({ projectKey, cursor, policy, now }, ports);
    parts.push(stretch.summary);
    cursor = stretch.cursor;
  } while (cursor !== undefined && Date.parse(ports.clock.now()) - Date.parse(now) < PATIENCE_MS);
  const summary = summarised(parts);
  const providers = summary.handoffs.flatMap(({ provider }) =>
    'accountId' in provider ? [provider.accountId] : [],
  );
  return {
    ok: true,
    summary,
    enforced: policy.mode === 'enforce',
    answerWithin: { hours: policy.acknowledgementHours, measure: policy.clocks.measure },
    people: providers.length === 0 ? {} : await lookUp(ports.jira, 'user', providers),
    ...(cursor !== undefined && { nextCursor: cursor }),
    now,
  };
}

async function oneStretch(
  {
    projectKey,
    cursor,
    policy,
    now,
  }: {
    readonly projectKey: string;
    readonly cursor: string | undefined;
    readonly policy: Policy;
    readonly now: Instant;
  },
  { jira, charters }: ReportPorts,
): Promise<Stretch> {
  const page = await jira.openItems(projectKey, {
    issueTypes: policy.workItemTypes,
    ownerSource: policy.ownerSource,
    ...(cursor !== undefined && { pageToken: cursor }),
  });
  if (!page) {
    await mustBrowse(jira, projectKey, cursor);
    return { summary: summarised([]), cursor: undefined };
  }
  const stored = await charters.readMany(page.items.map(({ issueKey }) => issueKey));
  const people = await peopleOnPage(
    page.items,
    ({ issueKey, issueId }) => charterFor(stored.get(issueKey), issueId),
    jira,
  );
  return {
    summary: summarised(
      page.items.map((item) =>
        summaryOf(charterFor(stored.get(item.issueKey), item.issueId), { ...item, people }, policy, now),
      ),
    ),
    cursor: page.nextPageToken,
  };
}
