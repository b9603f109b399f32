import { knownLinksOf, learnLinks, withKnownLinks } from '../../../../src/domain/policy/known-links';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { isWaiting, waitingWords } from '../../../../src/domain/policy/scope';

const BLOCKS = { id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
const NEEDS = { id: '1', name: 'Need', inward: 'requires', outward: 'is required by' };
const RELATES = { id: '2', name: 'Relates', inward: 'relates to', outward: 'relates to' };

const once = learnLinks([], [BLOCKS, RELATES]);

it('the sides whose words say that an item waits are learnt, and no others', () => {
  expect(once).toEqual([{ linkTypeId: '1', direction: 'inward', words: 'is blocked by' }]);
});

it('a side that was learnt waits under whatever name it has later; its other side and other types do not', () => {
  const side = (direction: 'inward' | 'outward', linkTypeId = '1') => ({
    linkTypeId,
    direction,
    words: 'requires',
  });
  expect(isWaiting('by-words', side('inward'), once)).toBe(true);
  expect(isWaiting('by-words', side('outward'), once)).toBe(false);
  expect(isWaiting('by-words', side('inward', '2'), once)).toBe(false);
  // Whoever chose decided.
  expect(isWaiting([], side('inward'), once)).toBe(false);
});

it('nothing that was learnt is forgotten, and the same is learnt once', () => {
  const renamed = learnLinks(once, [NEEDS, RELATES]);
  expect(renamed.map(({ words }) => words)).toEqual(['is blocked by', 'requires']);
  expect(learnLinks(renamed, [NEEDS])).toEqual(renamed);
  expect(learnLinks(renamed, [])).toEqual(renamed);
});

it('a changelog is read by every name that a side had', () => {
  const waits = waitingWords('by-words', [], learnLinks(once, [NEEDS]));
  expect(['This issue requires ', 'This issue is blocked by '].map(waits)).toEqual([true, true]);
  expect(['This issue is required by ', 'This issue blocks '].map(waits)).toEqual([false, false]);
});

it('what is known goes with a policy and is no part of what is written of it', () => {
  const policy = withKnownLinks(siteDefault, once);
  expect(knownLinksOf({ ...policy, mode: 'enforce' } as typeof policy)).toEqual(once);
  expect(JSON.parse(JSON.stringify(policy))).toEqual(JSON.parse(JSON.stringify(siteDefault)));
});
