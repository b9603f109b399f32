import { followShadow } from '../../../../src/app/fields/write-fields';
import { Unavailable } from '../../../../src/platform/unavailable';
import type { AgreementStatus } from '../../../../src/domain/charter/agreement/agreement';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import {
  acknowledged,
  asked,
  nominated,
  owner,
  reassigned,
  refused,
  renegotiated,
  turnedDown,
} from '../../../support/events';
import { policyWith } from '../../../support/gate';
import { epic } from '../../../support/items';
import { upTo } from '../../../support/life';
import { world } from '../../../support/memory-ports';
import { COO, OPS, PLATFORM } from '../../../support/people';

async function shadowOf(...history: readonly CharterEvent[]) {
  const here = world(...history);
  await followShadow('EXP-1', here);
  expect(here.jira.shadows).toHaveLength(1);
  return here.jira.shadows[0];
}

it('shows the accepted DRI, and a nominee as somebody who is waited for', async () => {
  expect(await shadowOf(...owner(COO))).toMatchObject({ dri: COO, waitingFor: [] });
  expect(await shadowOf(nominated(COO))).toMatchObject({ dri: null, waitingFor: [COO] });
});

it('shows everyone whose answer is missing, once', async () => {
  const history = [
    nominated(PLATFORM),
    asked('A1'),
    asked('A2', { deliverable: 'B' }),
    asked('A3', { providerAccountId: OPS }),
    asked('A4', { providerAccountId: 'u-done' }),
    acknowledged('A4'),
    asked('A5', { providerAccountId: 'u-no' }),
    refused('A5'),
  ];
  expect((await shadowOf(...history))?.waitingFor).toEqual([PLATFORM, OPS]);
});

describe('whose turn it is in an agreement', () => {
  const turn = async (state: AgreementStatus, ...since: readonly CharterEvent[]) =>
    (await shadowOf(...upTo[state], ...since))?.waitingFor;

  it.each([
    ['requested', [PLATFORM]],
    ['countered', [COO]],
    ['acknowledged', []],
    ['delivered', [COO]],
    ['accepted', []],
    ['declined', []],
    ['withdrawn', []],
  ] as const)('is, while it is %s, that of %j', async (state, expected) => {
    expect(await turn(state)).toEqual(expected);
  });

  it('is that of the side that did not propose another day', async () => {
    expect(await turn('acknowledged', renegotiated('A1'))).toEqual([COO]);
    const byRequester = renegotiated('A1', { by: COO, side: 'requester' });
    expect(await turn('acknowledged', byRequester)).toEqual([PLATFORM]);
  });

  it('is that of the new provider once it was handed over', async () => {
    expect(await turn('acknowledged', reassigned('A1'))).toEqual([OPS]);
  });

  it('is nobody’s while nobody owns the item', async () => {
    expect(await turn('delivered', turnedDown(COO))).toEqual([]);
  });
});

describe('the gate in words', () => {
  it.each([
    ['Not ready to start: 2 things missing', []],
    ['Not ready to start: 1 thing missing', owner(COO)],
    ['Ready to start', [...owner(COO), asked('A1'), acknowledged('A1')]],
  ] as const)('says %j', async (words, history) => {
    expect((await shadowOf(...history))?.gate).toBe(words);
  });

  it('says what to look at, where rules only warn', async () => {
    const here = world();
    here.charters.setPolicy('EXP', policyWith('warn'));
    here.jira.items.set(
      'EXP-1',
      epic({ status: { id: '3', name: 'In Progress', category: 'indeterminate' } }),
    );
    await followShadow('EXP-1', here);
    expect(here.jira.shadows[0]?.gate).toBe('Ready to finish, 4 things to look at');
  });

  it('says what is missing also where the mode lets it pass', async () => {
    const here = world();
    here.charters.setPolicy('EXP', policyWith('block', {}, { mode: 'observe' }));
    await followShadow('EXP-1', here);
    expect(here.jira.shadows[0]?.gate).toBe('Not ready to start: 4 things missing');
  });
});

it('writes the same twice, and always what is true now', async () => {
  const here = world(nominated(COO));
  await followShadow('EXP-1', here);
  await followShadow('EXP-1', here);
  expect(here.jira.shadows[1]).toEqual(here.jira.shadows[0]);
  here.charters.put('EXP-1', owner(COO));
  await followShadow('EXP-1', here);
  expect(here.jira.shadows[2]).toMatchObject({ dri: COO });
  expect(here.charters.calls['write']).toBeUndefined();
});

it('lets go of an item that is gone', async () => {
  const here = world();
  here.jira.items.clear();
  await followShadow('EXP-1', here);
  expect(here.jira.shadows).toEqual([]);
});

it('asks to be tried again when Jira does not take it', async () => {
  const here = world();
  here.jira.down = ['writeShadow'];
  await expect(followShadow('EXP-1', here)).rejects.toBeInstanceOf(Unavailable);
});
