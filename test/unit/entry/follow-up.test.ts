import { epic } from '../../support/items';
import { Refused } from '../../../src/platform/unavailable';
import { emptyCharter } from '../../../src/domain/charter/charter';
import { followUp } from '../../../src/entry/follow-up';
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

it('does not ask again for what Jira refused, and says so once', async () => {
  const log = quietly();
  jest.spyOn(jira, 'lastMove').mockRejectedValue(new Refused('changelog: status 403'));
  jest.spyOn(jira, 'workItem').mockResolvedValue({
    issueId: '1',
    issueKey: 'EXP-1',
    projectId: '10000',
    currentFields: {},
    toWorkItem: () => epic(),
  });
  jest
    .spyOn(charterStore, 'readCharter')
    .mockResolvedValue({ issueId: '1', version: 0, charter: emptyCharter, history: [], earlier: 0 });
  expect(await followUp({ body: passage })).toBeUndefined();
  expect(log.lines()).toEqual(['A follow-up was refused: passage (Refused: jira: changelog: status 403)']);
});

it('drops what it does not know, and says so', async () => {
  const log = quietly();
  expect(await followUp({ body: { kind: 'burn', issueKey: 'EXP-1' } })).toBeUndefined();
  expect(log.lines()).toEqual(['A follow-up was dropped (Error: its shape is unknown)']);
});
