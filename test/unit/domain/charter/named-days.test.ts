import { as, given, NOW } from '../../../support/charter-spec';
import { acknowledged, asked, briefed, owner, refused } from '../../../support/events';
import { steps, upTo } from '../../../support/life';
import { COO, CTO, PLATFORM } from '../../../support/people';

describe('a day that somebody names', () => {
  const LATEST = '2029-11-23';
  const tooFar = (field: string, date = '2029-11-24') =>
    ({ code: 'date-too-far', field, date, latest: LATEST }) as const;

  it('lies three years ahead at most, whatever it is for', () => {
    given(...upTo.requested)
      .when({ ...steps['decline-agreement'], availableFrom: '2099-01-01' }, as(PLATFORM))
      .then(tooFar('availableFrom', '2099-01-01'));
    given(...upTo.requested)
      .when({ ...steps['counter-agreement'], committedBy: '2029-11-24' }, as(PLATFORM))
      .then(tooFar('committedBy'));
    given(...upTo.acknowledged)
      .when({ ...steps['renegotiate-agreement'], committedBy: '2029-11-24' }, as(PLATFORM))
      .then(tooFar('committedBy'));
    given(...upTo.declined)
      .when({ ...steps['restate-agreement'], neededBy: '2029-11-24' }, as(COO))
      .then(tooFar('neededBy'));
    given(...owner(COO), briefed(COO))
      .when({ type: 'set-review-date', reviewOn: '2029-11-24' }, as(COO))
      .then(tooFar('reviewOn'));
    given(...owner(COO))
      .when({ type: 'grant-authority', decisions: 'Scope', expiresOn: '2029-11-24' }, as(CTO))
      .then(tooFar('expiresOn'));
  });

  it('may be the last one of those three years', () => {
    given(...upTo.requested)
      .when({ ...steps['decline-agreement'], availableFrom: LATEST }, as(PLATFORM))
      .then([refused('A1', { at: NOW, availableFrom: LATEST })]);
  });

  it('still binds where it was named before there was an end to them', () => {
    given(...owner(COO), asked('A1', { neededBy: '2099-01-01' }))
      .when({ type: 'acknowledge-agreement', agreementId: 'A1' }, as(PLATFORM))
      .then([acknowledged('A1', { at: NOW, committedBy: '2099-01-01' })]);
  });
});

it('nobody declines in favour of somebody on the asking side', () => {
  for (const alternativeAccountId of [COO, CTO]) {
    given(...owner(COO), asked('A1', { by: CTO }))
      .when(
        { type: 'decline-agreement', agreementId: 'A1', reason: 'Not ours', alternativeAccountId },
        as(PLATFORM),
      )
      .then({ code: 'alternative-is-asker', field: 'alternativeAccountId', accountId: alternativeAccountId });
  }
});
