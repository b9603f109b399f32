import { sameIssue } from '../../../../../src/domain/charter/agreement/agreement';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { unmappedBlockers } from '../../../../../src/domain/gate/blockers';
import { promptsOf } from '../../../../../src/domain/notices/moves';
import { as, given, NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, delivered, deliveryTaken, owner } from '../../../../support/events';
import { blocker } from '../../../../support/items';
import { COO, PLATFORM } from '../../../../support/people';

describe('whether two agreements are about one issue', () => {
  it.each([
    ['ids that are equal, whatever the keys', ['PLAT-1', '7'], ['OPS-9', '7'], true],
    ['ids that differ, whatever the keys', ['PLAT-1', '7'], ['PLAT-1', '8'], false],
    ['keys, where one id is not known', ['PLAT-1', '7'], ['PLAT-1', undefined], true],
    ['keys, where no id is known', ['PLAT-1', undefined], ['PLAT-2', undefined], false],
  ] as const)('is told by %s', (_by, one, other, same) => {
    const [a, b] = [one, other].map(([providerIssueKey, providerIssueId]) => ({
      providerIssueKey,
      providerIssueId,
    }));
    if (!a || !b) throw new Error('two issues');
    expect(sameIssue(a, b)).toBe(same);
    expect(sameIssue(b, a)).toBe(same);
  });
});

const request = (providerIssueKey: string, providerIssueId: string) =>
  ({
    type: 'request-agreement',
    providerAccountId: PLATFORM,
    deliverable: 'A load test',
    acceptance: 'It ran',
    neededBy: '2026-12-04',
    providerIssueKey,
    providerIssueId,
  }) as const;
const about = asked('A1', { providerIssueKey: 'PLAT-1', providerIssueId: '7' });

describe('an issue that was asked for already', () => {
  it('is recognised by its id after its key has changed', () => {
    given(...owner(COO), about)
      .when(request('OPS-9', '7'), as(COO))
      .then({ code: 'already-asked', agreementId: 'A1', field: 'providerIssueKey' });
  });

  it('is not another one that has its old key now', () => {
    given(...owner(COO), about)
      .when(request('PLAT-1', '8'), as(COO))
      .then([
        asked('A2', {
          at: NOW,
          by: COO,
          deliverable: 'A load test',
          acceptance: 'It ran',
          providerIssueKey: 'PLAT-1',
          providerIssueId: '8',
        }),
      ]);
  });

  it('may be asked for again once it was delivered and accepted', () => {
    given(...owner(COO), about, acknowledged('A1'), delivered('A1'), deliveryTaken('A1'))
      .when(request('PLAT-1', '7'), as(COO))
      .then([expect.objectContaining({ agreementId: 'A2', providerIssueId: '7' })]);
  });
});

describe('naming the issue that answers an agreement', () => {
  const link = (providerIssueKey: string, providerIssueId?: string) =>
    ({
      type: 'link-agreement',
      agreementId: 'A1',
      providerIssueKey,
      ...(providerIssueId !== undefined && { providerIssueId }),
    }) as const;

  it('keeps its id', () => {
    given(...owner(COO), asked('A1'))
      .when(link('PLAT-1', '7'), as(PLATFORM))
      .then([
        {
          type: 'agreement-linked',
          at: NOW,
          by: PLATFORM,
          agreementId: 'A1',
          providerIssueKey: 'PLAT-1',
          providerIssueId: '7',
        },
      ]);
  });

  it('that it has already is refused, also under the key the issue has now', () => {
    given(...owner(COO), about)
      .when(link('OPS-9', '7'), as(PLATFORM))
      .then({ code: 'same-issue', field: 'providerIssueKey' });
  });

  describe('of a promise that was given', () => {
    const promised = [...owner(COO), asked('A1'), acknowledged('A1')];
    const linkedBy = (by: string, issue: string, more: object = {}) =>
      ({
        type: 'agreement-linked',
        at: NOW,
        by,
        agreementId: 'A1',
        providerIssueKey: `PLAT-${issue}`,
        providerIssueId: issue,
        ...more,
      }) as const;
    const proposal = linkedBy(COO, '7', { proposedBy: 'requester' });

    it('by whoever asked is a proposal, and covers nothing', () => {
      given(...promised)
        .when(link('PLAT-7', '7'), as(COO))
        .then([proposal]);
      const [agreement] = replay([...promised, proposal]).agreements;
      expect(agreement).toMatchObject({ linkProposal: { side: 'requester', providerIssueKey: 'PLAT-7' } });
      expect(agreement).not.toHaveProperty('providerIssueKey');
      const blockers = [{ ...blocker('PLAT-7'), issueId: '7' }];
      expect(unmappedBlockers(replay([...promised, proposal]), { blockers })).toEqual(blockers);
    });

    it('counts once its provider names the same, and then covers that issue by its id alone', () => {
      const yes = linkedBy(PLATFORM, '7', { answers: 'taken' });
      given(...promised, proposal)
        .when(link('PLAT-7', '7'), as(PLATFORM))
        .then([yes]);
      const charter = replay([...promised, proposal, yes]);
      expect(charter.agreements[0]).not.toHaveProperty('linkProposal');
      const moved = { ...blocker('OPS-9'), issueId: '7' };
      const other = { ...blocker('PLAT-7'), issueId: '8' };
      expect(unmappedBlockers(charter, { blockers: [moved, other] })).toEqual([other]);
    });

    it('by its provider counts at once where there was none, and is a proposal where there was one', () => {
      given(...promised)
        .when(link('PLAT-7', '7'), as(PLATFORM))
        .then([linkedBy(PLATFORM, '7')]);
      given(...promised, linkedBy(PLATFORM, '7'))
        .when(link('PLAT-8', '8'), as(PLATFORM))
        .then([linkedBy(PLATFORM, '8', { proposedBy: 'provider' })]);
    });

    it('is turned down by naming what stood before, and is not proposed twice', () => {
      const stood = [...promised, linkedBy(PLATFORM, '6'), proposal];
      given(...stood)
        .when(link('PLAT-6', '6'), as(PLATFORM))
        .then([linkedBy(PLATFORM, '6', { answers: 'kept' })]);
      given(...stood)
        .when(link('PLAT-7', '7'), as(COO))
        .then({ code: 'same-issue', field: 'providerIssueKey' });
      expect(replay([...stood, linkedBy(PLATFORM, '6')]).agreements[0]).not.toHaveProperty('linkProposal');
    });

    it('is told the other side while it is proposed, and whoever proposed it once it is answered', () => {
      const told = (...events: readonly CharterEvent[]) => {
        const history = [...promised, ...events];
        return promptsOf({ charter: replay(history), history, earlier: 0 }, NOW)
          .filter(({ event }) => event.type === 'agreement-linked')
          .map(({ who, kind }) => [who, kind]);
      };
      const byProvider = linkedBy(PLATFORM, '8', { proposedBy: 'provider' });
      const stands = linkedBy(PLATFORM, '6');
      expect(told(proposal)).toEqual([[PLATFORM, 'move']]);
      expect(told(stands)).toEqual([]);
      expect(told(stands, byProvider)).toEqual([[COO, 'move']]);
      // Once it is answered, whoever proposed it hears of that, and nobody is asked any more.
      expect(told(proposal, linkedBy(PLATFORM, '7', { answers: 'taken' }))).toEqual([[COO, 'answer']]);
      expect(told(stands, byProvider, linkedBy(COO, '6', { answers: 'kept' }))).toEqual([
        [PLATFORM, 'answer'],
      ]);
    });
  });

  it('that another agreement is about is refused, by its id', () => {
    given(...owner(COO), asked('A1'), asked('A2', { providerIssueKey: 'PLAT-1', providerIssueId: '7' }))
      .when(link('OPS-9', '7'), as(PLATFORM))
      .then({ code: 'already-asked', agreementId: 'A2', field: 'providerIssueKey' });
  });

  it('takes the former issue’s id away with its key', () => {
    const linked = (more: object) => ({
      type: 'agreement-linked' as const,
      at: NOW,
      by: PLATFORM,
      agreementId: 'A1',
      providerIssueKey: 'PLAT-2',
      ...more,
    });
    expect(replay([about, linked({ providerIssueId: '8' })]).agreements[0]).toMatchObject({
      providerIssueKey: 'PLAT-2',
      providerIssueId: '8',
    });
    expect(replay([about, linked({})]).agreements[0]).not.toHaveProperty('providerIssueId');
  });
});
