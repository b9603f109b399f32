import type { CharterCommand, Facts } from '../../../../src/domain/charter/commands';
import { siteDefault, type IntakeField } from '../../../../src/domain/policy/policy';
import { as, given } from '../../../support/charter-spec';
import { COO, PLATFORM } from '../../../support/people';

const facts = (...intake: readonly IntakeField[]): Facts => ({
  ...as(COO),
  policy: { ...siteDefault, intake },
});
const asking = (more: object = {}): CharterCommand => ({
  type: 'request-agreement',
  providerAccountId: PLATFORM,
  deliverable: 'A cluster',
  acceptance: 'It answers',
  neededBy: '2026-12-04',
  ...more,
});
const all = { impact: 'The launch waits', inputs: 'The sizing sheet', providerIssueKey: 'PLAT-1' };

it('a request brings what the policy asks of every request, told one field at a time', () => {
  const asks = facts('impact', 'inputs', 'providerIssueKey');
  given().when(asking(), asks).then({ code: 'intake-missing', field: 'impact', missing: 'impact' });
  given()
    .when(asking({ impact: 'x' }), asks)
    .then({ code: 'intake-missing', field: 'inputs', missing: 'inputs' });
  given()
    .when(asking({ impact: 'x', inputs: 'y' }), asks)
    .then({ code: 'intake-missing', field: 'providerIssueKey', missing: 'providerIssueKey' });
  given()
    .when(asking(all), asks)
    .then([expect.objectContaining(all)]);
});

it('what no policy asks for may be brought or left out', () => {
  given()
    .when(asking(), facts())
    .then([expect.not.objectContaining({ impact: expect.anything() })]);
  given()
    .when(asking({ impact: 'The launch waits' }), as(COO))
    .then([expect.objectContaining({ impact: 'The launch waits' })]);
});
