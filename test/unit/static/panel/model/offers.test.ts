import type { CharterAnswer } from '../../../../../src/contract/answers';
import type { RuleId } from '../../../../../src/domain/policy/rules';
import { offersForFinding } from '../../../../../static/panel/model/offers';
import { restatedTerms, restatePrefill } from '../../../../../static/agreement-forms/model/restate';
import { accepted, answerFor, declined, gateOf, nominated, requested } from './answers';

const kindsFor = (answer: CharterAnswer, rule: RuleId): readonly string[] => {
  const view = gateOf(answer, 'start').findings.find((finding) => finding.rule === rule);
  if (!view?.finding) throw new Error(`${rule} is not among the findings`);
  return offersForFinding(answer, view.finding).map(({ kind }) => kind);
};

const blocker = { issueId: '7', issueKey: 'PLAT-1', summary: 'Single sign-on', done: false };

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
    const view = gateOf(answer, 'start').findings[0];
    expect(view?.finding && offersForFinding(answer, view.finding)).toEqual([
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
    const view = gateOf(answer, 'start').findings.find(({ rule }) => rule === 'dependency.unmapped');
    expect(view?.finding && offersForFinding(answer, view.finding)).toEqual([
      { kind: 'request', prefill: { providerIssueKey: 'PLAT-1', deliverable: 'Single sign-on' } },
    ]);
  });

  test('something hidden in the way offers nothing', () => {
    const answer = answerFor('editor', [nominated, accepted], { blockers: [{ hidden: true }] });
    expect(kindsFor(answer, 'dependency.unmapped')).toEqual([]);
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
      'counter',
      'decline',
    ]);
    expect(kindsFor(answerFor('dri', history), 'agreement.unacknowledged')).toEqual([]);
  });
});

test('asking again starts with the day a decline named, and asks only for what differs', () => {
  const answer = answerFor('dri', [nominated, accepted, requested('A1'), declined('A1')]);
  const [agreement] = answer.charter.agreements;
  if (!agreement) throw new Error('no agreement');
  const prefill = restatePrefill(agreement);
  expect(prefill).toEqual({
    neededBy: '2027-01-15',
    deliverable: 'Deliverable A1',
    acceptance: 'Both see it',
  });
  expect(restatedTerms(agreement, prefill)).toEqual({ neededBy: '2027-01-15' });
  expect(restatedTerms(agreement, { ...prefill, neededBy: '2026-12-11', deliverable: ' Less ' })).toEqual({
    deliverable: 'Less',
  });
});
