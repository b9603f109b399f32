import { assumeTrustedRoute, route } from '@forge/api';
import { Unavailable } from '../unavailable';
import type { DueItem, Messages, SightQuestion } from '../../app/notices/ports';
import { sightsOf, type Sight } from '../../domain/access/sight';
import type { AccountId } from '../../domain/values';
import { askOrRefusal, isHidden } from './client';
import { array, record, string } from '../read';

/** Most issues one check takes. */
const CHECKED = 1000;
/** Accounts that Jira looks through for one issue, at most. */
const RANGE = 1000;
/** Issues asked about one by one, at most, and so many at a time. */
const LISTED = 100;
const LISTED_AT_ONCE = 5;

/** A refusal that speaks of the app rather than of what it asked: the next question would meet it again. */
const isOfApp = (status: number): boolean => status !== 400;

/** What Jira refused once is not asked again in the same run. */
interface Run {
  checkRefused: boolean;
  listRefused: boolean;
}

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** Issues that one check grants a person; null where Jira refused it. */
async function check(
  accountId: AccountId,
  issueIds: readonly string[],
  run: Run,
): Promise<ReadonlySet<string> | null> {
  const answer = await askOrRefusal('app', route`/rest/api/3/permissions/check`, {
    method: 'POST',
    body: {
      accountId,
      projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], issues: issueIds.map(Number) }],
    },
  });
  if (isHidden(answer)) {
    run.checkRefused = isOfApp(answer.status);
    return null;
  }
  return new Set(
    array(record(answer)['projectPermissions'])
      .map(record)
      .filter(({ permission }) => permission === 'BROWSE_PROJECTS')
      .flatMap(({ issues }) => array(issues).map(String)),
  );
}

/**
 * Whether a person stands among those who may see an issue. Their absence proves nothing: Jira takes its range of the
 * site's accounts before it filters them, and answers an empty list to whoever may not browse users.
 */
async function isListed(accountId: AccountId, { issueKey }: DueItem, run: Run): Promise<boolean> {
  if (run.listRefused) return false;
  const query = new URLSearchParams({ issueKey, accountId, maxResults: String(RANGE) });
  const answer = await askOrRefusal(
    'app',
    assumeTrustedRoute(`/rest/api/3/user/viewissue/search?${query.toString()}`),
  );
  if (isHidden(answer)) {
    // 404 speaks of the issue: the app itself may not see it.
    run.listRefused ||= isOfApp(answer.status) && answer.status !== 404;
    return false;
  }
  return array(answer).some((user) => string(record(user)['accountId']) === accountId);
}

/** A proof that cannot be had now is one that is missing: one lost answer among many must not cost all the others. */
async function provesSight(accountId: AccountId, item: DueItem, run: Run): Promise<boolean> {
  try {
    return await isListed(accountId, item, run);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    run.listRefused ||= error.failure === 'too-many';
    return false;
  }
}

async function answer({ accountId, items, worthACall }: SightQuestion, run: Run) {
  const known = new Map<string, Sight>(items.map(({ issueId }) => [issueId, 'unknown']));
  for (const some of chunks([...known.keys()], CHECKED)) {
    const listed = run.checkRefused ? null : await check(accountId, some, run);
    if (listed) for (const [id, sight] of sightsOf(some, listed)) known.set(id, sight);
  }
  const open = items.filter(
    ({ issueId }) => known.get(issueId) === 'unknown' && (worthACall?.has(issueId) ?? true),
  );
  for (const some of chunks(open.slice(0, LISTED), LISTED_AT_ONCE)) {
    await Promise.all(
      some.map(async (item) => {
        if (await provesSight(accountId, item, run)) known.set(item.issueId, 'visible');
      }),
    );
  }
  return known;
}

/** Asks one call for everything of a person, and one an item, for proofs alone, where that call proves nothing. */
export const sights: Messages['sights'] = async (questions) => {
  const run: Run = { checkRefused: false, listRefused: false };
  const answers: ReadonlyMap<string, Sight>[] = [];
  for (const question of questions) answers.push(await answer(question, run));
  return answers;
};
