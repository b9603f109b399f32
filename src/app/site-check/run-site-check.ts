import type { SiteCheckAnswer } from '../../contract/answers';
import { testMail } from '../../contract/wording/site-check';
import { CHECKPOINTS } from '../../domain/policy/rules';
import type { Borders } from '../../domain/gate/border';
import type { AccountId } from '../../domain/values';
import { logError } from '../../platform/log';
import { Unavailable } from '../../platform/unavailable';
import type { ClockStore, Messages } from '../notices/ports';
import { getPolicy, type PolicyPorts } from '../policy/policy-answers';
import type { Clock, Jira } from '../ports';
import { policyFor } from '../subject/policy-for';

export interface SiteCheckPorts extends PolicyPorts {
  readonly jira: PolicyPorts['jira'] &
    Pick<Jira, 'siteProjects' | 'latestItem' | 'itemsWithFields' | 'writeFields'>;
  readonly clocks: Pick<ClockStore, 'due' | 'waiting'>;
  readonly messages: Pick<Messages, 'sights' | 'mail'>;
  readonly clock: Clock;
}

type Found = SiteCheckAnswer['checks']['mail'];
type Item = { readonly issueId: string; readonly issueKey: string };

/** What a proof found. A refusal is an answer; a dependency that is out, or slow, proves nothing either way. */
async function proved(proof: () => Promise<Found>): Promise<Found> {
  try {
    return await proof();
  } catch (error) {
    logError('A check of the site could not be made', error);
    if (!(error instanceof Unavailable)) return 'fails';
    return error.failure === 'refused' || error.failure === 'broken-question' ? 'fails' : 'not-known';
  }
}

/**
 * Proves on this site, as the app, what Holdfast takes for granted. Writes nothing but what stands there already.
 *
 * @param wantsMail whether to send a mail to whoever asks
 *
 * @throws Unavailable where not even the projects or the policy can be read.
 */
export async function checkSite(
  { accountId, wantsMail }: { readonly accountId: AccountId; readonly wantsMail: boolean },
  ports: SiteCheckPorts,
): Promise<SiteCheckAnswer> {
  const { jira, policies, clock } = ports;
  const now = clock.now();
  const [all, visible, site] = await Promise.all([
    jira.siteProjects('user'),
    jira.siteProjects('app'),
    getPolicy('site', ports),
  ]);
  const seenIds = new Set(visible.projects.map(({ projectId }) => projectId));
  const projects = await Promise.all(
    all.projects.map(async ({ projectKey, projectId, name }) => {
      const stored = await policies.read({ project: projectKey, id: projectId });
      const { mode } = policyFor(stored, projectId);
      const isOwn = stored.borders?.projectId === projectId;
      const borders = bordersOf(isOwn ? stored.borders : undefined);
      return { projectKey, name, mode, seen: seenIds.has(projectId), borders };
    }),
  );
  const item = await someItem(projects, ports);
  const [storage, fields, sight, mail] = await Promise.all([
    proved(() => indexesAnswer(now, ports)),
    proved(() => takesFields(item, ports)),
    proved(() => tellsSight(accountId, item, ports)),
    proved(() => mailGoes(accountId, item, wantsMail, ports)),
  ]);
  const { types, links, ownerField } = site.unknown;
  return {
    ok: true,
    checks: { storage, fields, sight, mail },
    projects,
    projectsOfSite: all.total,
    types: [...site.policy.workItemTypes],
    links: site.policy.waitsFor === 'by-words' ? 'by-words' : [...site.policy.waitsFor],
    unknown: types.length + links.length + Number(ownerField !== undefined),
    now,
  };
}

function bordersOf(borders: Borders | undefined): SiteCheckAnswer['projects'][number]['borders'] {
  return CHECKPOINTS.map((checkpoint) => {
    const border = borders?.[checkpoint];
    if (!border) return { checkpoint, state: 'never' as const };
    const { asked, at, passedBy } = border;
    return {
      checkpoint,
      state: asked ? ('asked' as const) : ('passed-by' as const),
      at,
      ...(!asked && passedBy && { passedBy }),
    };
  });
}

/** One item to try things on: of the first project in which the app sees any. */
async function someItem(
  projects: readonly { readonly projectKey: string; readonly seen: boolean }[],
  { jira }: SiteCheckPorts,
): Promise<Item | null> {
  for (const { projectKey } of projects.filter((project) => project.seen).slice(0, 3)) {
    const item = await jira.latestItem(projectKey).catch(() => null);
    if (item) return item;
  }
  return null;
}

/** An index that a deployment is still building refuses to be asked. */
async function indexesAnswer(now: string, { clocks }: SiteCheckPorts): Promise<Found> {
  await Promise.all([clocks.due(now), clocks.waiting(now)]);
  return 'holds';
}

/** Writes into the fields of one item what stands there. */
async function takesFields(item: Item | null, { jira }: SiteCheckPorts): Promise<Found> {
  if (!item) return 'not-known';
  const [found] = await jira.itemsWithFields([item.issueId]);
  if (!found) return 'not-known';
  const { gate } = found.standing;
  if (!gate) return 'fails';
  await jira.writeFields([
    { issueId: found.issueId, field: 'gate', fieldId: gate.fieldId, value: gate.value, was: gate.value },
  ]);
  return 'holds';
}

/** Whoever asks sees the item they were shown: an answer that says otherwise is none. */
async function tellsSight(
  accountId: AccountId,
  item: Item | null,
  { messages }: SiteCheckPorts,
): Promise<Found> {
  if (!item) return 'not-known';
  const [answer] = await messages.sights([{ accountId, items: [item] }]);
  return answer?.get(item.issueId) === 'visible' ? 'holds' : 'fails';
}

/** Sends one, where it was asked for: nothing else proves that Jira takes mails. */
async function mailGoes(
  accountId: AccountId,
  item: Item | null,
  wanted: boolean,
  { messages }: SiteCheckPorts,
): Promise<Found> {
  if (!item || !wanted) return 'not-known';
  const { subject, body } = testMail();
  const outcome = await messages.mail(item.issueKey, accountId, subject, body);
  return outcome === 'sent' ? 'holds' : 'fails';
}
