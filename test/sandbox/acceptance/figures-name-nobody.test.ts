import { demoMembers } from '../../../dev/seed/jira-people';
import type { HandoffsAnswer } from '../../../src/contract/handoffs';
import { clientOf } from '../../support/client';
import { answerOf } from '../../support/enforced';
import { useSite } from '../../support/sandbox';

const site = useSite();
const as = (accountId: string) => clientOf(site, accountId);

/** Every call that adds up over several promises. */
const FIGURES = [
  ['gap-report', 'report/gadget', { own: true }],
  ['gap-report', 'report/indicators', {}],
  ['gap-report', 'report/past', {}],
  ['gap-report', 'report/drift', {}],
  ['gap-report', 'report/quarter', {}],
] as const;

const PEOPLE = [
  ...demoMembers,
  'u-lead',
  'u-admin',
  'u-supplier',
  'Hana Sato',
  'Diego Fuentes',
  'Mara Okonkwo',
];
const peopleIn = (told: unknown): readonly string[] => {
  const text = JSON.stringify(told);
  return PEOPLE.filter((one) => text.includes(one));
};

test.each(FIGURES)('%s %s adds up nothing by a person', async (moduleKey, call, payload) => {
  for (const projectKey of ['EXP', 'HAND']) {
    const answer = await answerOf(as('u-coo'), moduleKey, call, payload, projectKey);
    expect([projectKey, peopleIn(answer)]).toEqual([projectKey, []]);
  }
});

test('a handoff is between teams, and a cell names who was asked to these two teams alone', async () => {
  const handoffs = async (accountId: string) =>
    answerOf<HandoffsAnswer>(as(accountId), 'gap-report', 'report/handoffs', { scope: 'all' }, 'HAND');
  const { handoffs: seen } = await handoffs('u-coo');
  expect(seen.lines.length).toBeGreaterThan(0);
  for (const { requester, provider } of [...seen.lines, ...seen.answers])
    expect([requester, provider]).toMatchObject([{ name: 'Sales' }, { name: 'Operations' }]);
  expect(peopleIn(seen.answers)).toEqual([]);

  const named = async (accountId: string): Promise<readonly string[]> => {
    const { handoffs: theirs } = await handoffs(accountId);
    return [...new Set(theirs.lines.flatMap(({ providerAccountId }) => providerAccountId ?? []))];
  };
  expect(await named('u-coo')).toEqual([]);
  // Of Sales, and neither the owner nor asked for anything.
  expect(await named('u-marketing')).toEqual(['u-ops']);
  expect(await named('u-ops')).toEqual(['u-ops']);
});

test('without a directory the sides are projects, or no team is named', async () => {
  const { teams } = await answerOf<{ readonly teams: readonly { readonly id: string }[] }>(
    as('u-admin'),
    'my-commitments',
    'team/list',
  );
  for (const { id } of teams) await answerOf(as('u-admin'), 'my-commitments', 'team/remove', { teamId: id });
  const { handoffs } = await answerOf<HandoffsAnswer>(
    as('u-coo'),
    'gap-report',
    'report/handoffs',
    { scope: 'all' },
    'HAND',
  );
  for (const { requester, provider } of [...handoffs.lines, ...handoffs.answers])
    expect([requester, provider]).toEqual([{ projectKey: 'HAND' }, { unnamed: true }]);
});
