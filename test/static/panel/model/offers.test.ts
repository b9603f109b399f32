import type { CharterAnswer } from '../../../../src/contract/answers';
import type { RuleId } from '../../../../src/domain/gate/rules';
import {
  offersForAgreement,
  offersForFinding,
  prefillAfterDecline,
} from '../../../../static/panel/model/offers';
import { accepted, acknowledged, answerFor, declined, nominated, person, requested } from './answers';

const kindsFor = (answer: CharterAnswer, rule: RuleId): readonly string[] => {
  const view = answer.gates.start.findings.find((finding) => finding.rule === rule);
  if (!view) throw new Error(`${rule} is not among the findings`);
  return offersForFinding(answer, view.finding).map(({ kind }) => kind);
};

const rowFor = (answer: CharterAnswer) => {
  const [agreement] = answer.charter.agreements;
  if (!agreement) throw new Error('no agreement');
  const { now, also } = offersForAgreement(answer, agreement);
  return { now: now.map(({ kind }) => kind), also: also.map(({ kind }) => kind) };
};

const blocker = { issueKey: 'PLAT-1', summary: 'Single sign-on', done: false };

describe('findings offer their button to whoever may press it', () => {
  test('a missing owner: an editor nominates, a reader cannot', () => {
    expect(kindsFor(answerFor('editor', []), 'owner.missing')).toEqual(['nominate']);
    expect(kindsFor(answerFor('reader', []), 'owner.missing')).toEqual([]);
  });

  test('a declined nomination with a better name offers that name first', () => {
    const history = [
      nominated,
      {
        type: 'dri-declined',
        at: nominated.at,
        by: 'dri',
        reason: 'Full',
        suggestedAccountId: 'other',
      } as const,
    ];
    const answer = answerFor('editor', history);
    const view = answer.gates.start.findings[0];
    expect(view && offersForFinding(answer, view.finding)).toEqual([
      { kind: 'nominate-now', accountId: 'other' },
      { kind: 'nominate' },
    ]);
  });

  test('a nomination: the nominee answers, the nominator waits', () => {
    expect(kindsFor(answerFor('dri', [nominated]), 'owner.not-accepted')).toEqual([
      'accept-nomination',
      'decline-nomination',
    ]);
    expect(kindsFor(answerFor('editor', [nominated]), 'owner.not-accepted')).toEqual([]);
  });

  test('an unmapped blocker becomes a request that names it', () => {
    const answer = answerFor('editor', [nominated, accepted], { blockers: [blocker] });
    const view = answer.gates.start.findings.find(({ rule }) => rule === 'dependency.unmapped');
    expect(view && offersForFinding(answer, view.finding)).toEqual([
      { kind: 'request', prefill: { providerIssueKey: 'PLAT-1', deliverable: 'Single sign-on' } },
    ]);
  });

  test('only the accepted DRI may declare that there are no dependencies', () => {
    expect(kindsFor(answerFor('dri', [nominated, accepted]), 'dependencies.undeclared')).toEqual([
      'request',
      'declare-none',
    ]);
    expect(kindsFor(answerFor('editor', [nominated, accepted]), 'dependencies.undeclared')).toEqual([
      'request',
    ]);
  });

  test('a waiting agreement is answered by its provider alone', () => {
    const history = [nominated, accepted, requested('A1')];
    expect(kindsFor(answerFor('provider', history), 'agreement.unacknowledged')).toEqual([
      'acknowledge',
      'decline',
    ]);
    expect(kindsFor(answerFor('dri', history), 'agreement.unacknowledged')).toEqual([]);
  });
});

describe('rows offer what the reader may do now', () => {
  const waiting = [nominated, accepted, requested('A1')];

  test('the provider answers; the DRI may only take it back, out of the way', () => {
    expect(rowFor(answerFor('provider', waiting))).toEqual({ now: ['acknowledge', 'decline'], also: [] });
    expect(rowFor(answerFor('dri', waiting))).toEqual({ now: [], also: ['withdraw'] });
    expect(rowFor(answerFor('reader', waiting))).toEqual({ now: [], also: [] });
  });

  test('after a decline the DRI asks again', () => {
    expect(rowFor(answerFor('dri', [...waiting, declined('A1')]))).toEqual({
      now: ['ask-again'],
      also: ['withdraw'],
    });
  });

  test('a promise asked of the DRI offers to take it back instead of acknowledging', () => {
    const own = [nominated, accepted, requested('A1', { providerAccountId: 'dri', by: 'editor' })];
    expect(rowFor(answerFor('dri', own)).now).toEqual(['withdraw']);
  });

  test('an acknowledged promise asks nothing of its provider', () => {
    expect(rowFor(answerFor('provider', [...waiting, acknowledged('A1')]))).toEqual({ now: [], also: [] });
  });
});

test('asking again follows what the decline suggested', () => {
  const answer = answerFor('dri', [
    nominated,
    accepted,
    requested('A1', { providerIssueKey: 'PLAT-1' }),
    declined('A1'),
  ]);
  const [agreement] = answer.charter.agreements;
  expect(agreement && prefillAfterDecline(answer, agreement)).toEqual({
    provider: person('other'),
    deliverable: 'Deliverable A1',
    acceptance: 'Both see it',
    neededBy: '2027-01-15',
    providerIssueKey: 'PLAT-1',
  });
});
