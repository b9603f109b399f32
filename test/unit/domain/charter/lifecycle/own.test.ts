import { isOwn } from '../../../../../src/domain/charter/lifecycle/own';

describe('what lies under an item’s key', () => {
  it.each([
    ['was written for its id', { version: 3, issueId: '7' }, true],
    ['was written for another id', { version: 3, issueId: '8' }, false],
    ['was never written', { version: 0, issueId: '8' }, true],
    ['is from before ids were kept', { version: 3, issueId: '' }, true],
  ])('is its own where it %s: %j is %s', (_case, stored, own) => {
    expect(isOwn(stored, '7')).toBe(own);
  });
});
