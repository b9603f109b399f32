import { followScope } from '../../../../src/app/moves/record-entry';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { enforcing } from '../../../support/policies';
import { passed } from '../../../support/events';
import { epic, EPIC, ofType, STORY, under } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';

const started = { status: { id: '3', name: 'In Progress', category: 'indeterminate' } } as const;
/** When these items are made, as `memory-ports` has it. */
const CREATED = '2026-06-01T00:00:00.000Z';

function here(...history: readonly CharterEvent[]): World {
  const one = world(...history);
  one.charters.setPolicy('EXP', { ...enforcing, decidedBy: 'project' });
  one.jira.items.set('EXP-1', epic(started));
  return one;
}
const passagesOf = (one: World, key = 'EXP-1') => one.charters.stored.get(key)?.charter.passages ?? [];

it('an item that is made in progress is recorded once, at its making and with nobody named', async () => {
  const one = here();
  await followScope('EXP-1', one);
  await followScope('EXP-1', one);
  expect(passagesOf(one)).toEqual([{ at: CREATED, checkpoint: 'start', reason: 'entered', rules: [] }]);
});

it.each<[string, (one: World) => unknown]>([
  ['in To Do', (one) => one.jira.items.set('EXP-1', epic())],
  ['of a type under no policy', (one) => one.jira.items.set('EXP-1', epic({ ...started, ...ofType(STORY) }))],
  ['that the app may not see', (one) => one.jira.hiddenFromApp.add('EXP-1')],
  ['of a project where nobody chose a policy', (one) => one.charters.setPolicy('EXP', enforcing)],
  [
    'whose past Jira no longer tells',
    (one) =>
      one.histories.changes.set('10001', [
        {
          id: '1',
          at: '2026-07-01T00:00:00.000Z',
          by: null,
          fields: [{ fieldId: 'status', from: 'gone', fromText: '', to: '3', toText: '' }],
        },
      ]),
  ],
])('nothing is recorded of an item %s', async (_, arrange) => {
  const one = here();
  arrange(one);
  await followScope('EXP-1', one);
  expect(passagesOf(one)).toEqual([]);
});

it('nothing is recorded beside a passage of the same beginning', async () => {
  const one = here(passed({ at: '2026-06-02T00:00:00.000Z', reason: 'waived' }));
  await followScope('EXP-1', one);
  expect(passagesOf(one)).toHaveLength(1);
});

it('nothing is recorded of what began before the first policy', async () => {
  const one = here();
  one.policies.saved.set('EXP', [
    {
      version: 1,
      savedAt: '2026-06-01T00:00:00.001Z',
      savedBy: 'u-admin',
      policy: { ...enforcing, decidedBy: 'project' },
    },
  ]);
  await followScope('EXP-1', one);
  expect(passagesOf(one)).toEqual([]);
});

it('a story made in progress under an epic that could not start is recorded in the epic', async () => {
  const one = here();
  one.charters.setPolicy('EXP', { ...enforcing, decidedBy: 'project', childrenFollow: true });
  one.jira.items.set('EXP-1', epic(ofType(EPIC)));
  one.jira.items.set('EXP-12', epic({ issueKey: 'EXP-12', ...started, ...ofType(STORY), ...under('EXP-1') }));
  await followScope('EXP-12', one);
  await followScope('EXP-12', one);
  expect(passagesOf(one)).toEqual([
    { at: CREATED, checkpoint: 'start', reason: 'entered', rules: [], child: 'EXP-12' },
  ]);
  expect(passagesOf(one, 'EXP-12')).toEqual([]);
});
