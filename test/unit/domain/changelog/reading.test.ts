import { waitedFor } from '../../../../src/domain/changelog/link-words';
import { blockersAfter, blockersEver, heldAfter } from '../../../../src/domain/changelog/reading';
import { assigned, linked, on, unlinked } from '../../../support/pasts';

describe('what a field held', () => {
  const changes = [on('01-02', assigned(null, 'u-a')), on('01-04', assigned('u-a', 'u-b'))];

  it.each([
    ['before its first change: what that starts from', -1, { id: null, text: null }],
    ['after a change: what that led to', 0, { id: 'u-a', text: 'u-a' }],
    ['after the last change: what that led to, whatever is there today', 1, { id: 'u-b', text: 'u-b' }],
  ])('%s', (_, index, held) => {
    expect(heldAfter(changes, index, 'assignee')).toEqual(held);
  });

  it('never changed: as today', () => {
    expect(heldAfter(changes, 0, 'status')).toBe('as-today');
  });
});

describe('what stood in the way', () => {
  it('is undone from today back', () => {
    const changes = [on('01-02', linked('P-1')), on('01-03', linked('P-2')), on('01-05', unlinked('P-1'))];
    expect([-1, 0, 1, 2].map((index) => blockersAfter(changes, index, ['P-2'], waitedFor))).toEqual([
      [],
      ['P-1'],
      ['P-2', 'P-1'],
      ['P-2'],
    ]);
    expect(blockersEver(changes, waitedFor)).toEqual(['P-1', 'P-2', 'P-1']);
  });

  it.each(['required by', 'is depended on by', 'blocks', 'relates to', 'is duplicated by'])(
    'is nothing that reads "%s"',
    (words) => {
      expect(blockersEver([on('01-02', linked('P-1', words))], waitedFor)).toEqual([]);
    },
  );

  it.each(['depends on', 'is blocked by', 'has to be done after', 'Depends On'])(
    'is what reads "%s"',
    (words) => {
      expect(blockersEver([on('01-02', linked('P-1', words))], waitedFor)).toEqual(['P-1']);
    },
  );

  it('goes with the last of two links', () => {
    const changes = [on('01-02', linked('P-1')), on('01-03', linked('P-1', 'is blocked by'))];
    expect(blockersAfter(changes, 0, ['P-1', 'P-1'], waitedFor)).toEqual(['P-1']);
    expect(blockersAfter(changes, -1, ['P-1', 'P-1'], waitedFor)).toEqual([]);
  });

  it('was always there where no line speaks of it', () => {
    expect(blockersAfter([on('01-02', linked('P-2'))], -1, ['P-1', 'P-2'], waitedFor)).toEqual(['P-1']);
  });
});
