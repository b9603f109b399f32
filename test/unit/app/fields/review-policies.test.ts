import { reviewPolicies } from '../../../../src/app/fields/review-policies';
import type { Brake } from '../../../../src/domain/policy/brake';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { addDays, addHours, type Instant } from '../../../../src/domain/time/time';
import { NOW } from '../../../support/charter-spec';

const LONG_AGO = addDays(NOW, -40);

const brake = (at: Instant, until: Instant): Brake => ({ at, until, by: 'u-lead', reason: 'Stuck' });

/** What one review has searched, where these policies were saved and these brakes were pulled; two pages of each. */
function searched(
  saved: readonly (readonly [projectKey: string | undefined, at: Instant])[],
  brakes: readonly (readonly [projectKey: string | undefined, brakes: readonly Brake[]])[] = [],
): Promise<readonly unknown[]> {
  const paged = <T>(all: readonly T[], cursor?: string) =>
    cursor === undefined && all.length > 1
      ? { found: all.slice(0, 1), next: 'more' }
      : { found: all.slice(cursor === undefined ? 0 : 1) };
  return reviewPolicies({
    policyRecords: {
      page: (cursor) =>
        Promise.resolve(
          paged(
            saved.map(([projectKey, savedAt]) => ({
              key: projectKey ?? 'site.default',
              ...(projectKey !== undefined && { projectKey }),
              version: 1,
              savedAt,
              policy: siteDefault,
            })),
            cursor,
          ),
        ),
    },
    brakeRecords: {
      page: (cursor) =>
        Promise.resolve(
          paged(
            brakes.map(([projectKey, own]) => ({
              ...(projectKey !== undefined && { projectKey }),
              brakes: own,
            })),
            cursor,
          ),
        ),
    },
    clock: { now: () => NOW },
  });
}

const search = (where: object) => ({ kind: 'search-fields', where });

it('compares nothing where no policy holds otherwise than yesterday', async () => {
  const over = brake(LONG_AGO, addDays(LONG_AGO, 2));
  const goesOn = brake(addDays(NOW, -5), addDays(NOW, 5));
  expect(await searched([['EXP', LONG_AGO]], [['EXP', [goesOn, over]]])).toEqual([]);
});

it('compares the items of a project whose policy was saved, or whose brake began, ended by itself or was lifted', async () => {
  const ended = brake(addDays(NOW, -5), addHours(NOW, -13));
  const begun = brake(addHours(NOW, -2), addDays(NOW, 5));
  const lifted = {
    ...brake(addDays(NOW, -5), addDays(NOW, 5)),
    lifted: { at: addHours(NOW, -3), by: 'u-lead' },
  };
  const seen = await searched(
    [
      ['EXP', addHours(NOW, -24)],
      ['PLAT', LONG_AGO],
    ],
    [
      ['HAND', [ended]],
      ['TEAM', [begun]],
      ['OPS', [lifted]],
    ],
  );
  expect(seen).toEqual(['EXP', 'HAND', 'TEAM', 'OPS'].map((projectKey) => search({ projectKey })));
});

it('compares everything once where the site’s does, whatever else was saved', async () => {
  const ended = brake(addDays(NOW, -5), addHours(NOW, -13));
  expect(await searched([['EXP', addHours(NOW, -2)]], [[undefined, [ended]]])).toEqual([
    search({ everywhere: true }),
  ]);
});
