import type {
  AgreementView,
  CharterAnswer,
  CommitmentsAnswer,
  TeamsAnswer,
} from '../../../src/contract/answers';
import { clientOf, type Client } from '../../support/client';
import { answerOf } from '../../support/enforced';
import { newEpic, useSite } from '../../support/sandbox';

jest.setTimeout(400_000);

const site = useSite();
const as = (accountId: string): Client => clientOf(site, accountId);
const inDays = (days: number): string =>
  new Date(site.sandbox.clock.now() + days * 86_400_000).toISOString().slice(0, 10);

const teamId = async (name: string): Promise<string> => {
  const { teams } = await answerOf<TeamsAnswer>(as('u-coo'), 'my-commitments', 'team/list');
  return teams.find((team) => team.name === name)?.id ?? '';
};

const terms = (deliverable: string) => ({
  deliverable,
  acceptance: 'Both can see it',
  neededBy: inDays(20),
});

/** A new epic of u-product, who asked a team for something. */
async function asked(team: string, deliverable: string): Promise<string> {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-product' });
  await as('u-product').done(key, 'dri/accept');
  await as('u-product').done(key, 'agreement/request', {
    teamId: await teamId(team),
    ...terms(deliverable),
  });
  await site.sandbox.drain();
  return key;
}

const agreementOf = async (key: string): Promise<AgreementView | undefined> => {
  const { charter } = (await as('u-product').done(key, 'charter/get')) as unknown as CharterAnswer;
  return charter.agreements[0];
};

const waitingFor = async (who: string, key: string): Promise<readonly string[]> => {
  const { yours } = await answerOf<CommitmentsAnswer>(as(who), 'my-commitments', 'commitments/list');
  return yours.filter(({ item }) => item?.issueKey === key).map(({ duty }) => duty);
};

test('whoever takes a team’s requests is told at once, and has the move', async () => {
  const key = await asked('Operations', 'A warehouse for Lagos');
  expect(await agreementOf(key)).toMatchObject({
    status: 'requested',
    providerAccountId: 'u-ops',
    team: { name: 'Operations' },
  });
  site.sandbox.clock.jumpTo(site.sandbox.clock.now() + 6 * 60_000);
  await site.sandbox.drain();
  const { body } = await as('u-ops').send('GET', '/sandbox/told?accountId=u-ops');
  expect(JSON.stringify(body)).toContain('you take its requests');
  expect(await waitingFor('u-ops', key)).toEqual(['acknowledge']);
});

test('they name who promises; until that person says yes nobody has', async () => {
  const key = await asked('Platform', 'A second gateway');
  const { providerAccountId: taker = '' } = (await agreementOf(key)) ?? {};
  const other = taker === 'u-platform' ? 'u-cto' : 'u-platform';
  await as(taker).done(key, 'agreement/reassign', { agreementId: 'A1', providerAccountId: other });
  expect(await agreementOf(key)).toMatchObject({
    status: 'requested',
    providerAccountId: other,
    team: { name: 'Platform', named: true },
  });
  expect(await waitingFor(taker, key)).toEqual([]);
  expect(await waitingFor(other, key)).toEqual(['acknowledge']);
  await as(other).done(key, 'agreement/acknowledge', { agreementId: 'A1' });
  expect(await agreementOf(key)).toMatchObject({ status: 'acknowledged', team: { name: 'Platform' } });
});

test('they may promise it themselves, or decline for the team', async () => {
  const promised = await asked('Operations', 'Shelves for Lagos');
  await as('u-ops').done(promised, 'agreement/acknowledge', { agreementId: 'A1' });
  expect(await agreementOf(promised)).toMatchObject({ status: 'acknowledged', providerAccountId: 'u-ops' });
  const declined = await asked('Operations', 'Lorries for Lagos');
  await as('u-ops').done(declined, 'agreement/decline', {
    agreementId: 'A1',
    reason: 'Not before spring',
    availableFrom: inDays(90),
  });
  expect(await agreementOf(declined)).toMatchObject({ status: 'declined', team: { name: 'Operations' } });
});

test('nobody is asked for a team of which only the asker takes requests, nor for one that is not there', async () => {
  const key = newEpic(site.sandbox);
  await as('u-coo').done(key, 'dri/nominate', { accountId: 'u-product' });
  await as('u-product').done(key, 'dri/accept');
  const refusal = async (payload: object): Promise<unknown> =>
    (
      await as('u-product').invoke(
        'agreement-panel',
        'agreement/request',
        { ...terms('Anything'), ...payload },
        { issueKey: key },
      )
    ).body;
  expect(await refusal({ teamId: await teamId('Product') })).toMatchObject({
    ok: false,
    error: { field: 'teamId' },
  });
  expect(await refusal({ teamId: 'T99' })).toMatchObject({ ok: false, error: { field: 'teamId' } });
  expect(await refusal({})).toMatchObject({ ok: false, error: { field: 'providerAccountId' } });
  expect(await refusal({ teamId: 'T1', providerAccountId: 'u-ops' })).toMatchObject({ ok: false });
});
