import type { GadgetAnswer } from '../../../src/contract/gadget';
import { costOf, only } from '../../support/calls';
import { clientOf } from '../../support/client';
import { changePolicy } from '../../support/rules';
import { useSite } from '../../support/sandbox';

const site = useSite();
const admin = () => clientOf(site, 'u-admin');
const gadgetContext = { extension: { gadgetConfiguration: { projectKey: 'EXP' } } };
const gadget = async (payload: object = {}) => {
  const { body } = await clientOf(site, 'u-coo').invoke(
    'gap-gadget',
    'report/gadget',
    payload,
    gadgetContext,
  );
  return body as GadgetAnswer;
};

test('a gadget of a project that shares its numbers costs at most five calls, and agrees with those of a reader who sees everything', async () => {
  const before = await gadget();
  expect(before).not.toHaveProperty('kept');
  await changePolicy(site, 'EXP', () => ({ sharesNumbers: true }));
  await site.sandbox.drain();

  let shared = await gadget();
  expect(shared).toHaveProperty('kept');
  const cost = only(await costOf(site, async () => (shared = await gadget())), 'resolver');
  expect(cost.calls.length).toBeLessThanOrEqual(5);
  // What Holdfast may not see is in no shared number; all else is the same for whoever sees everything, with nobody’s name.
  const { items, epics, notKnown, ...rest } = before.summary;
  expect(shared.summary).toEqual({
    ...rest,
    items: items - notKnown,
    epics: epics - notKnown,
    notKnown: 0,
    handoffs: [],
  });
  expect(JSON.stringify(shared)).not.toContain('accountId');
});

test('a promise that changes is in the shared numbers once the queue has run', async () => {
  const { summary } = await gadget();
  const coo = clientOf(site, 'u-coo');
  const { key } = site.sandbox.jira.addIssue({
    project: 'EXP',
    type: 'Epic',
    values: { summary: 'A new country', reporter: 'u-coo' },
  });
  await coo.done(key, 'dri/nominate', { accountId: 'u-coo' });
  await site.sandbox.drain();
  // Changes of five minutes are reckoned together.
  await admin().send('POST', '/sandbox/clock', { advance: 'PT10M' });
  await site.sandbox.drain();
  expect((await gadget()).summary.items).toBe(summary.items + 1);
});
