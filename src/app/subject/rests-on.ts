import { isOpen, isPromised } from '../../domain/charter/agreement/agreement';
import type { Charter } from '../../domain/charter/charter';
import type { WorkItem } from '../../domain/gate/item';
import { CHECKPOINTS, type Checkpoint } from '../../domain/policy/rules';
import { subjectOf } from '../../domain/gate/build-subject';
import type { Finding } from '../../domain/gate/finding';
import type { Subject, SubjectFacts } from '../../domain/gate/subject';
import { siteDefault, type Policy } from '../../domain/policy/policy';
import { isUnderPolicy } from '../../domain/gate/coverage';
import { projectOf } from '../../domain/values';
import { Unavailable } from '../../platform/unavailable';
import type { CharterStore, ItemRef } from '../charter/ports';
import type { Jira } from '../ports';
import type { PolicyStore } from '../policy/ports';
import { logError } from '../../platform/log';
import { policyFor } from './policy-for';

export interface RestsOnPorts {
  readonly jira: Pick<Jira, 'workItems'>;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly policies: Pick<PolicyStore, 'readMany'>;
}

/** What an item's promises may rest on: its charter, under a policy. */
export interface Resting {
  readonly item: Pick<WorkItem, 'type'>;
  readonly charter: Charter;
  readonly policy: Policy;
  /** Where an evaluation will ask; both checkpoints where nobody said. */
  readonly checkpoints?: readonly Checkpoint[] | undefined;
  /** Only where the rule holds something back: what it only warns of changes no move. */
  readonly onlyBlocking?: boolean | undefined;
}

export const RESTS_ON = 'agreement.rests-on-unacknowledged';

type RestsOn = NonNullable<SubjectFacts['restsOn']>;

/** The provider's own issue of every acknowledged agreement that names one by its id. */
const named = ({ agreements }: Charter): readonly (ItemRef & { readonly agreementId: string })[] =>
  agreements.flatMap(({ id: agreementId, status, providerIssueKey: issueKey, providerIssueId: issueId }) =>
    status === 'acknowledged' && issueKey !== undefined && issueId !== undefined
      ? [{ agreementId, issueKey, issueId }]
      : [],
  );

function isAsked({ item, policy, checkpoints = CHECKPOINTS, onlyBlocking }: Resting): boolean {
  const severities = checkpoints.map((checkpoint) => policy.rules[RESTS_ON][checkpoint]);
  return (
    isUnderPolicy(policy, item.type) &&
    severities.some((severity) => (onlyBlocking ? severity === 'block' : severity !== 'off'))
  );
}

/** Whether what is not read here could be what holds a move back. */
const mayHold = (one: Resting): boolean => isAsked({ ...one, onlyBlocking: true });

/** Whether `readRestsOn` has something to read for an item. */
export const asksWhatRests = (one: Resting): boolean => isAsked(one) && named(one.charter).length > 0;

/**
 * Whether what the providers' own issues need from others is promised to them, for all these items in one wave of three
 * reads as the app: the issues, their charters, their projects' policies. Nothing is read where no rule asks or no
 * acknowledged promise names an issue. Of an issue that is under no policy or that has no charter, nothing is said; of one that Jira does not show the app, that it is so. Nothing is said either where Jira or storage does not answer and the rule only warns.
 *
 * @returns what is known of an item's promises, by agreement id; undefined where nothing was asked
 * @throws Unavailable where the rule could hold one of these items back and Jira or storage does not answer: what was not
 * read must let nothing pass.
 */
export async function readRestsOn(
  all: readonly Resting[],
  ports: RestsOnPorts,
): Promise<(one: Resting) => RestsOn | undefined> {
  const asked = all.filter(asksWhatRests);
  const [first] = asked;
  if (!first) return () => undefined;
  const refs = asked.flatMap(({ charter }) => named(charter));
  const read = asked.some(mayHold) ? readIssues : readQuietly;
  const byIssue = await read(refs, first.policy, ports);
  return (one) =>
    isAsked(one)
      ? Object.fromEntries(
          named(one.charter).flatMap(({ agreementId, issueId }) => {
            const stands = byIssue.get(issueId);
            return stands ? [[agreementId, stands]] : [];
          }),
        )
      : undefined;
}

/** A subject whose promises all rest on something unacknowledged, where what they rest on was not read. */
export function supposingUnread(subject: Subject): Subject {
  const { restsOn, charter, above } = subject;
  const supposed = (): RestsOn =>
    Object.fromEntries(named(charter).map(({ agreementId }) => [agreementId, 'unacknowledged']));
  return subjectOf({
    ...subject,
    restsOn: restsOn ?? supposed(),
    ...(above && { above: supposingUnread(above) }),
  });
}

/** The promises that findings tell to rest on something unacknowledged. */
export const restingIn = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap((finding) => (finding.rule === RESTS_ON ? [finding.agreementId] : []));

/**
 * Whether one of these promises rests on something unacknowledged, by the reading of `readRestsOn`.
 *
 * @throws Unavailable when it should be tried again.
 */
export async function someRest(
  charter: Charter,
  agreementIds: readonly string[],
  ports: RestsOnPorts,
): Promise<boolean> {
  const refs = named(charter).filter(({ agreementId }) => agreementIds.includes(agreementId));
  if (refs.length === 0) return false;
  // Where such an item's owner stands changes nothing about whom it waits for.
  return [...(await readIssues(refs, siteDefault, ports)).values()].includes('unacknowledged');
}

async function readQuietly(...asked: Parameters<typeof readIssues>): ReturnType<typeof readIssues> {
  try {
    return await readIssues(...asked);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    logError('What promises rest on could not be read', error);
    return new Map();
  }
}

type Records = readonly [
  Awaited<ReturnType<CharterStore['readFor']>>,
  Awaited<ReturnType<PolicyStore['readMany']>>,
];

async function readIssues(
  refs: readonly ItemRef[],
  reading: Policy,
  { jira, charters, policies }: RestsOnPorts,
): Promise<ReadonlyMap<string, RestsOn[string]>> {
  const unique = [...new Map(refs.map(({ issueId, issueKey }) => [issueId, { issueId, issueKey }])).values()];
  const asked = jira.workItems(
    'app',
    unique.map(({ issueId }) => issueId),
    reading,
  );
  const recordsOf = async (some: readonly ItemRef[]): Promise<Records> =>
    some.length === 0
      ? [new Map(), new Map()]
      : Promise.all([
          charters.readFor(some),
          policies.readMany(
            some.map(({ issueId, issueKey }) => ({
              project: projectOf(issueKey),
              id: asked.then((found) => found.get(issueId)?.projectId ?? null),
            })),
          ),
        ]);
  const [items, [underNamed, policyOfNamed]] = await Promise.all([asked, recordsOf(unique)]);
  // What got another key since it was named is known by its id, and lies under the key it has.
  const moved = unique.flatMap(({ issueId, issueKey }) => {
    const current = items.get(issueId)?.issueKey ?? issueKey;
    const isMissing = (underNamed.get(issueId)?.version ?? 0) === 0;
    return current !== issueKey && isMissing ? [{ issueId, issueKey: current }] : [];
  });
  const [underNow, policyOfNow] = await recordsOf(moved);
  const stored = new Map([...underNamed, ...underNow]);
  const policyOf = new Map([...policyOfNamed, ...policyOfNow]);
  const keyNow = new Map(moved.map(({ issueId, issueKey }) => [issueId, issueKey]));
  return new Map(
    unique.flatMap(({ issueId, issueKey }): [string, RestsOn[string]][] => {
      const item = items.get(issueId);
      if (!item) return [[issueId, 'not-shown']];
      const record = stored.get(issueId);
      const underKey = policyOf.get(projectOf(keyNow.get(issueId) ?? issueKey));
      if (!underKey || !record || record.version === 0) return [];
      if (!isUnderPolicy(policyFor(underKey, item.projectId), item.type)) return [];
      const waits = record.charter.agreements.some((one) => isOpen(one) && !isPromised(one));
      // Work that is done waits for nothing any more.
      return [[issueId, waits && item.status.category !== 'done' ? 'unacknowledged' : 'acknowledged']];
    }),
  );
}
