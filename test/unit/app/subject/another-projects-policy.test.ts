import type { Policy } from '../../../../src/domain/policy/policy';
import { call, from } from '../../../support/calling';
import { asked, owner } from '../../../support/events';
import { ofType, singleField, somebody, EPIC, EXP_ID, STORY } from '../../../support/items';
import { world, type World } from '../../../support/memory-ports';
import { COO, people, PLATFORM } from '../../../support/people';
import { DOING, DONE, moved, on, TODO } from '../../../support/pasts';
import { enforcing } from '../../../support/policies';

/** Other types, other rules, other clocks than what stands above. */
const left: Policy = {
  ...enforcing,
  version: 4,
  mode: 'observe',
  workItemTypes: [{ id: STORY.id, name: 'Story' }],
  ownerSource: { kind: 'assignee' },
  acknowledgementHours: 1,
  checkInEveryDays: 1,
  rules: { ...enforcing.rules, 'brief.incomplete': { start: 'block', finish: 'block' } },
};

const project = { issueKey: undefined, projectKey: 'EXP' };
const nowhere = { issueKey: undefined, projectKey: undefined };
const period = { from: '2026-01-01', to: '2026-12-31' };

const CALLS: readonly (readonly [string, object, { issueKey: undefined; projectKey: string | undefined }])[] =
  [
    ['report/page', {}, project],
    ['report/handoffs', {}, project],
    ['report/indicators', {}, project],
    ['report/past', {}, project],
    ['report/drift', {}, project],
    ['report/hands', {}, project],
    ['report/gadget', {}, project],
    ['backtest/run', period, project],
    ['policy/preview', { policy: { ...enforcing, version: 0 } }, project],
    ['readiness/get', {}, project],
    ['commitments/list', {}, nowhere],
  ];

function inProject(): World {
  const here = world(...owner(COO), asked('A1'));
  here.jira.rights = { browse: true, administer: true };
  here.histories.items.set('EXP-1', {
    issueId: '10001',
    issueKey: 'EXP-1',
    projectKey: 'EXP',
    projectId: EXP_ID,
    ...ofType(EPIC),
    summary: 'Work',
    createdAt: '2025-12-01T00:00:00.000Z',
    statusId: DONE,
    ownerField: singleField(somebody(COO)),
    blockerKeys: [],
    people,
  });
  here.histories.changes.set('10001', [on('02-01', moved(TODO, DOING)), on('02-11', moved(DOING, DONE))]);
  return here;
}

describe('a policy that another project left under the key', () => {
  it.each(CALLS)('changes nothing that %s answers', async (key, payload, place) => {
    const ask = (here: World, accountId: string) => call(here, key, payload, from(accountId, place));
    const taken = inProject();
    taken.charters.setPolicy('EXP', left, '99999');
    const own = inProject();
    own.charters.setPolicy('EXP', left, EXP_ID);
    for (const reader of [COO, PLATFORM]) {
      const answer = await ask(inProject(), reader);
      expect(answer).toMatchObject({ ok: true });
      expect(await ask(taken, reader)).toEqual(answer);
    }
    const told = await Promise.all([COO, PLATFORM].map(async (reader) => ask(own, reader)));
    const untold = await Promise.all([COO, PLATFORM].map(async (reader) => ask(inProject(), reader)));
    expect(told).not.toEqual(untold);
  });
});
