import { epic } from '../../support/items';
import { Refused, Unavailable } from '../../../src/platform/unavailable';
import { emptyCharter } from '../../../src/domain/charter/charter';
import { followUp } from '../../../src/entry/follow-up';
import { jira } from '../../../src/platform/jira/jira';
import { charterStore } from '../../../src/platform/storage/charters';
import { MemoryCharters } from '../../support/memory-ports';
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

/** An item and its record, of a version. */
function standing(version: number): void {
  jest.spyOn(jira, 'workItem').mockResolvedValue({
    issueId: '1',
    issueKey: 'EXP-1',
    projectId: '10000',
    currentFields: {},
    toWorkItem: () => epic(),
  });
  const stored = { issueId: '1', version, charter: emptyCharter, history: [], earlier: 0 };
  jest.spyOn(charterStore, 'readCharter').mockResolvedValue(stored);
  jest
    .spyOn(charterStore, 'read')
    .mockResolvedValue({ stored, policy: new MemoryCharters().policyOf('EXP') });
}

it('does not ask again for what Jira refused, and says so once', async () => {
  const log = quietly();
  jest.spyOn(jira, 'lastMove').mockRejectedValue(new Refused('changelog: status 403'));
  standing(0);
  expect(await followUp({ body: passage })).toBeUndefined();
  expect(log.lines()).toEqual(['A follow-up was refused: passage (Refused: jira: changelog: status 403)']);
});

it('drops what it does not know, and says so', async () => {
  const log = quietly();
  expect(await followUp({ body: { kind: 'burn', issueKey: 'EXP-1' } })).toBeUndefined();
  expect(log.lines()).toEqual(['A follow-up was dropped (Error: its shape is unknown)']);
});

describe('an event that was queued beside a write', () => {
  const beside = (version: number, retryCount?: number): Promise<unknown> => {
    standing(4);
    return followUp({
      body: { kind: 'note-done', issueKey: 'EXP-1', version },
      ...(retryCount !== undefined && { retryContext: { retryCount } }),
    });
  };

  it.each([[undefined], [0], [3]])(
    'comes again while the write may still be under way: %s',
    async (count) => {
      expect(await beside(5, count)).toMatchObject({ retryOptions: { retryAfter: 30 } });
    },
  );

  it('is given up after two minutes, for longer than a write takes', async () => {
    expect(await beside(5, 4)).toBeUndefined();
  });
});

it('asks again for a day for what storage does not answer', async () => {
  standing(4);
  jest.spyOn(charterStore, 'read').mockRejectedValue(new Unavailable('storage', 'no answer'));
  const event = {
    body: { kind: 'note-done', issueKey: 'EXP-1', version: 5 },
    retryContext: { retryCount: 90 },
  };
  expect(await followUp(event)).toMatchObject({ retryOptions: { retryAfter: 30 } });
});
