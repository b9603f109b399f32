import { foundAgain } from '../../../../src/app/subject/own-charter';
import { policyFor } from '../../../../src/app/subject/policy-for';
import type { RawWorkItem } from '../../../../src/app/subject/ports';
import { epic } from '../../../support/items';
import { MemoryCharters } from '../../../support/memory-ports';
import { enforcing } from '../../../support/policies';

const GROWTH = '10100';
const OTHER = '10200';
const raw: RawWorkItem = {
  issueId: '1',
  issueKey: 'GROW-1',
  projectId: GROWTH,
  currentFields: {},
  toWorkItem: () => epic(),
};
const own = { ...enforcing, version: 7, acknowledgementHours: 5 };
const another = { ...enforcing, version: 3, mode: 'observe' as const };

/** A project whose policy lies under these keys in turn, one further after each read; another's takes each key it leaves. */
function moving(path: readonly string[]): MemoryCharters {
  const charters = new MemoryCharters();
  const read = charters.read.bind(charters);
  let reads = 0;
  const lie = (): void => {
    charters.policies.clear();
    const [at = '', ...left] = path.slice(0, reads + 1).reverse();
    for (const key of left) charters.setPolicy(key, another, OTHER);
    charters.setPolicy(at, own, GROWTH);
    charters.homes = { of: { [GROWTH]: at } };
  };
  lie();
  charters.read = async (issueKey) => {
    const found = await read(issueKey);
    reads = Math.min(reads + 1, path.length - 1);
    lie();
    return found;
  };
  return charters;
}

it.each([
  ['still under the key it had', ['EXP']],
  ['on its way to the key it has', ['EXP', 'GROW']],
  ['making room for another project', ['EXP', 'EXP:10100']],
  ['making room, and then on its way', ['EXP', 'EXP:10100', 'GROW']],
  ['through a third key', ['EXP', 'EXP:10100', 'MID', 'GROW']],
])('an item is judged by its own project’s policy, %s', async (_, path) => {
  const charters = moving(path);
  const first = await charters.read(raw.issueKey);
  const { policy } = await foundAgain(raw, first, { charters });
  expect(policyFor(policy, GROWTH)).toMatchObject({ acknowledgementHours: 5, mode: 'enforce' });
});

it('reads nothing more where everything lies under the key it has', async () => {
  const charters = moving(['GROW']);
  const first = await charters.read(raw.issueKey);
  const before = charters.calls['read'];
  expect(await foundAgain(raw, first, { charters })).toBe(first);
  expect(charters.calls['read']).toBe(before);
});
