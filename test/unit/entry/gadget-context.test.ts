import { gadgetCaller, gadgetMayAsk, isGadget } from '../../../src/entry/gadget-context';
import { inputs, type CallKey } from '../../../src/contract/inputs';
import { permissions } from '../../../src/contract/permissions';

const dashboard = (extension: object) => ({
  accountId: 'u-coo',
  extension: { type: 'jira:dashboardGadget', ...extension },
});

it('takes the project from the configuration, and nothing else from the page', () => {
  const context = dashboard({
    gadgetConfiguration: { projectKey: 'EXP' },
    project: { key: 'PLAT' },
    issue: { key: 'PLAT-1' },
  });
  expect(isGadget(context)).toBe(true);
  expect(gadgetCaller('u-coo', context)).toEqual({
    accountId: 'u-coo',
    issueKey: undefined,
    projectKey: 'EXP',
  });
});

it.each([{}, { projectKey: '' }, { projectKey: 7 }, { projectKey: '../x' }, null, 'EXP'])(
  'knows no project in a configuration like %j',
  (gadgetConfiguration) => {
    expect(gadgetCaller('u-coo', dashboard({ gadgetConfiguration })).projectKey).toBeUndefined();
  },
);

it('may ask only what every onlooker may read', () => {
  const allowed = (Object.keys(inputs) as CallKey[]).filter(gadgetMayAsk);
  expect(allowed.sort()).toEqual(['report/drift', 'report/gadget']);
  for (const call of allowed) expect(permissions[call].may).toContain('viewer');
});

it('is no gadget without Jira saying so', () => {
  expect(
    isGadget({ extension: { type: 'jira:projectPage', gadgetConfiguration: { projectKey: 'EXP' } } }),
  ).toBe(false);
  expect(isGadget(undefined)).toBe(false);
});
