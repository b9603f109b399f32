import { epic } from '../../support/items';
import { Refused } from '../../../src/platform/unavailable';
import { emptyCharter } from '../../../src/domain/charter/charter';
import { followUp, readFollowUp } from '../../../src/entry/follow-up';
import { jira } from '../../../src/platform/jira/jira';
import { charterStore } from '../../../src/platform/storage/charters';
import { quietly } from '../../support/quiet';

const passage = {
  kind: 'passage',
  issueKey: 'EXP-1',
  toStatusId: '3',
  checkpoint: 'start',
  reason: 'coach',
  rules: ['owner.missing'],
  advice: ['Nobody owns this work item.'],
  at: '2026-11-23T12:00:00.000Z',
};

it('reads what was queued', () => {
  expect(readFollowUp({ kind: 'shadow', issueKey: 'EXP-1' })).toEqual({ kind: 'shadow', issueKey: 'EXP-1' });
  expect(readFollowUp(passage)).toEqual(passage);
  const warned = { ...passage, reason: 'warned', advice: [] };
  expect(readFollowUp(warned)).toEqual(warned);
});

it.each([
  { kind: 'review' },
  { kind: 'review', cursor: 'page-2' },
  {
    kind: 'review',
    cursor: 'page-2',
    before: { run: '0b9c', owned: 12, lost: [{ issueKey: 'EXP-1', accountId: 'u-a' }] },
  },
  { kind: 'access', issueKey: 'EXP-1', accountId: 'u-a', sees: false },
])('reads %j as it was queued', (job) => {
  expect(readFollowUp(job)).toEqual(job);
});

it.each([undefined, 7, {}, { run: 'not a name', owned: 1, lost: [] }])(
  'lets a review begin anew that says %j of the pages before',
  (before) => {
    expect(readFollowUp({ kind: 'review', cursor: 'page-2', before })).toEqual({
      kind: 'review',
      cursor: 'page-2',
    });
  },
);

it('does not ask again for what Jira refused, and says so once', async () => {
  const log = quietly();
  jest.spyOn(jira, 'lastMove').mockRejectedValue(new Refused('changelog: status 403'));
  jest.spyOn(jira, 'workItem').mockResolvedValue({
    issueId: '1',
    issueKey: 'EXP-1',
    projectId: '10000',
    shadowFields: {},
    toWorkItem: () => epic(),
  });
  jest
    .spyOn(charterStore, 'readCharter')
    .mockResolvedValue({ issueId: '1', version: 0, charter: emptyCharter, history: [], earlier: 0 });
  expect(await followUp({ body: passage })).toBeUndefined();
  expect(log.lines()).toEqual(['A follow-up was refused: passage (Refused: jira: changelog: status 403)']);
});

it.each([
  undefined,
  null,
  'shadow',
  {},
  { kind: 'shadow' },
  { kind: 'access', issueKey: 'EXP-1' },
  { kind: 'shadow', issueKey: '' },
  { kind: 'burn', issueKey: 'EXP-1' },
  { ...passage, checkpoint: 'middle' },
  { ...passage, reason: 'because' },
  { ...passage, issueKey: 7 },
])('reads %j as nothing', (body) => {
  expect(readFollowUp(body)).toBeNull();
});
