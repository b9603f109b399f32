import type { WorkItem } from '../../domain/gate/item';
import type { SeesIssue } from '../../domain/charter/hidden-issues';
import { peopleRead } from '../../domain/gate/people';
import { subjectOf } from '../../domain/gate/build-subject';
import { peopleAsked, type Subject } from '../../domain/gate/subject';
import type { Policy } from '../../domain/policy/policy';
import { isUnderPolicy } from '../../domain/gate/coverage';
import { policyHome } from '../../domain/policy/home';
import { projectOf, type AccountId } from '../../domain/values';
import type { CharterStore, ItemRef, StoredCharter } from '../charter/ports';
import type { Jira } from '../ports';
import type { PolicyStore, StoredPolicy } from '../policy/ports';
import { chartersAt } from './own-charter';
import { homeOf, policyFor, withHome } from './policy-for';
import { followsAbove, MOST_LEVELS } from './read-subject';
import { readPeople, type People } from './read-people';
import { readRestsOn, type Resting } from './rests-on';

export interface SubjectsPorts {
  readonly jira: Pick<Jira, 'workItems' | 'people'>;
  readonly charters: Pick<CharterStore, 'readFor'>;
  readonly policies: Pick<PolicyStore, 'readMany'>;
}

/** Items of one page, read by the app. */
export interface SubjectsRead {
  /** By issue id; absent are items that Jira does not show to the app, and those that follow one it does not show. */
  readonly subjects: ReadonlyMap<string, Subject>;
  /** Every item's own charter by issue id, also of items that the app may not see. */
  readonly charters: ReadonlyMap<string, StoredCharter>;
  /** Whom these items and their charters name; nobody whom only an item above names. */
  readonly people: People;
  /** Which of the providers' own issues the reader may see; none where nobody asked. */
  readonly sees: SeesIssue;
}

interface SubjectsOptions {
  /** Accounts to be read with the others. */
  readonly alsoNamed?: (stored: StoredCharter) => readonly AccountId[];
  /** Asks for the reader's sight beside the last reads. */
  readonly sight?: (charters: SubjectsRead['charters']) => Promise<SeesIssue>;
}

interface Above {
  readonly item: WorkItem;
  readonly policy: Policy;
  readonly stored: StoredCharter;
}

/** The policy of each item of a page. Owners, links and where charters lie are read alike: as the first one's policy says. */
export type PolicyOf = (ref: ItemRef) => Policy;

/**
 * Everything an evaluation asks about the items of a page, of one project or of several, read as the app. For each 100 items one read
 * of the items beside the charters in four batches, then one of people, beside what promises rest on; two more waves for each level of items above
 * that is climbed, where children follow.
 *
 * @throws Unavailable when Jira or storage gave nothing to go by.
 */
export async function readSubjects(
  refs: readonly ItemRef[],
  policy: Policy | PolicyOf,
  ports: SubjectsPorts,
  { alsoNamed = () => [], sight = () => Promise.resolve(() => false) }: SubjectsOptions = {},
): Promise<SubjectsRead> {
  const [firstRef] = refs;
  if (!firstRef) return { subjects: new Map(), charters: new Map(), people: {}, sees: () => false };
  const policyOf: PolicyOf = typeof policy === 'function' ? policy : () => policy;
  const [items, charters] = await Promise.all([
    ports.jira.workItems(
      'app',
      refs.map(({ issueId }) => issueId),
      policyOf(firstRef),
    ),
    chartersAt(homeOf(policyOf(firstRef)), refs, ports.charters),
  ]);
  const own = refs.flatMap((ref): readonly Above[] => {
    const item = items.get(ref.issueId);
    const stored = charters.get(ref.issueId);
    return item && stored ? [{ item, policy: policyOf(ref), stored }] : [];
  });
  const above = await readAbove(own, ports);
  const everyone = [...own, ...above.values()];
  const known: People = Object.fromEntries(everyone.flatMap(({ item }) => Object.entries(item.people)));
  const spokenOf = [...charters.values()].flatMap(alsoNamed);
  const askedOf = (some: readonly Above[]) =>
    some.flatMap(({ item, stored: { charter } }) => peopleAsked({ charter, item }));
  const resting = ({ item, stored: { charter }, policy: own }: Above): Resting => ({
    item,
    charter,
    policy: own,
  });
  const [people, restsOn, sees] = await Promise.all([
    readPeople(ports.jira, 'app', [...askedOf(everyone), ...spokenOf], known),
    readRestsOn(everyone.map(resting), ports),
    sight(charters),
  ]);
  const read = peopleRead(people);
  const subjects = new Map<string, Subject>();
  for (const one of own) {
    const facts = {
      item: one.item,
      charter: one.stored.charter,
      people: read,
      policy: one.policy,
      restsOn: restsOn(resting(one)),
    };
    const up = followsAbove(one.policy, one.item) ? nearest(one.item, above) : undefined;
    if (up === 'not-shown') continue;
    const ancestor =
      up &&
      subjectOf({
        item: up.item,
        charter: up.stored.charter,
        people: read,
        policy: up.policy,
        restsOn: restsOn(resting(up)),
      });
    subjects.set(one.item.issueId, subjectOf({ ...facts, above: ancestor }));
  }
  const theirs = new Set([
    ...own.flatMap(({ item }) => Object.keys(item.people)),
    ...askedOf(own),
    ...spokenOf,
  ]);
  return {
    subjects,
    charters,
    sees,
    people: Object.fromEntries(Object.entries(people).filter(([accountId]) => theirs.has(accountId))),
  };
}

/** Every item above those that follow one, by key, level by level until each has one under policy. */
async function readAbove(
  own: readonly Above[],
  { jira, charters, policies }: SubjectsPorts,
): Promise<ReadonlyMap<string, Above>> {
  const found = new Map<string, Above>(own.map((one) => [one.item.issueKey, one]));
  let wanted = own.filter(({ policy, item }) => followsAbove(policy, item));
  for (let level = 0; level < MOST_LEVELS && wanted.length > 0; level += 1) {
    const parents = new Map(
      wanted.flatMap(({ item: { parent } }) =>
        parent && !found.has(parent.issueKey) ? [[parent.issueId, parent] as const] : [],
      ),
    );
    const ancestors = wanted.flatMap(({ item: { parent } }) => parent && found.get(parent.issueKey));
    const fresh: Above[] = [];
    if (parents.size > 0) {
      const refs = [...parents.values()];
      // Whose they are is known with the items; then what lies elsewhere is read again.
      const [stored, under] = await Promise.all([
        policies.readMany(refs.map(({ issueKey }) => ({ project: projectOf(issueKey), id: null }))),
        charters.readFor(refs),
      ]);
      for (const [projectKey, project] of stored) {
        const ids = refs.filter(({ issueKey }) => projectOf(issueKey) === projectKey);
        const { items, policy } = await itemsOf(ids, projectKey, project, { jira, policies });
        const home = homeOf(policy);
        const records = home === undefined ? under : await chartersAt(home, ids, charters);
        for (const [issueId, item] of items) {
          const record = records.get(issueId);
          if (record) fresh.push({ item, policy, stored: record });
        }
      }
    }
    for (const one of fresh) found.set(one.item.issueKey, one);
    wanted = [...ancestors.flatMap((one) => one ?? []), ...fresh].filter(
      ({ policy, item }) => !isUnderPolicy(policy, item.type),
    );
  }
  return found;
}

/** Items of one project with the policy that holds there; read again where the key turns out to be another project's. */
async function itemsOf(
  refs: readonly ItemRef[],
  projectKey: string,
  project: StoredPolicy,
  { jira, policies }: Pick<SubjectsPorts, 'jira' | 'policies'>,
): Promise<{ readonly items: ReadonlyMap<string, WorkItem>; readonly policy: Policy }> {
  const read = (reading: Policy) =>
    jira.workItems(
      'app',
      refs.map(({ issueId }) => issueId),
      reading,
    );
  const underKey = policyFor(project, null);
  const items = await read(underKey);
  const [first] = items.values();
  const id = first?.projectId ?? null;
  const isElsewhere = policyHome(project, projectKey, id) !== undefined;
  const there = isElsewhere ? await policies.readMany([{ project: projectKey, id }]) : undefined;
  const own = there?.get(projectKey) ?? project;
  const policy = withHome(policyFor(own, id), own, projectKey, id);
  return policy === underKey ? { items, policy } : { items: await read(policy), policy };
}

/** The nearest item above that is under its own policy. */
function nearest(item: WorkItem, above: ReadonlyMap<string, Above>): Above | 'not-shown' | undefined {
  let { parent } = item;
  for (let level = 0; parent && level < MOST_LEVELS; level += 1) {
    const up = above.get(parent.issueKey);
    if (!up) return 'not-shown';
    if (isUnderPolicy(up.policy, up.item.type)) return up;
    ({ parent } = up.item);
  }
  return undefined;
}
