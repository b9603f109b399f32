import { withKnownLinks } from '../../../../src/domain/policy/known-links';
import { toBlockers, toLinkedIds } from '../../../../src/platform/jira/blockers';
import {
  BLOCKS,
  DEPENDENCY,
  DEPENDS,
  done,
  GANTT,
  inProgress,
  link,
  RELATES,
} from '../../../support/jira-json';
import { blocker, idOf } from '../../../support/items';

const BY_WORDS = { waitsFor: 'by-words' } as const;
const keys = (...links: readonly object[]) => toBlockers(links, BY_WORDS).map(({ issueKey }) => issueKey);

describe('the words decide which side waits', () => {
  it.each([
    ['Blocks', BLOCKS, 'inwardIssue', 'outwardIssue'],
    ['Depends', DEPENDS, 'outwardIssue', 'inwardIssue'],
    ['Dependency', DEPENDENCY, 'outwardIssue', 'inwardIssue'],
    ['a Gantt chart', GANTT, 'inwardIssue', 'outwardIssue'],
  ] as const)('of %s', (_name, type, waiting, waitedFor) => {
    expect(keys(link(type, waiting, 'PLAT-1'))).toEqual(['PLAT-1']);
    expect(keys(link(type, waitedFor, 'PLAT-1'))).toEqual([]);
  });

  it('of none that says nothing about waiting', () => {
    expect(keys(link(RELATES, 'inwardIssue', 'PLAT-1'), link(RELATES, 'outwardIssue', 'PLAT-2'))).toEqual([]);
  });

  it('in whatever case they are written', () => {
    const loud = { id: '10220', name: 'Blocks', inward: ' Is Blocked By ', outward: 'Blocks' };
    expect(keys(link(loud, 'inwardIssue', 'PLAT-1'))).toEqual(['PLAT-1']);
  });

  it('whole, never in part', () => {
    const often = {
      id: '10221',
      name: 'Often',
      inward: 'is no longer blocked by',
      outward: 'depends on nobody like',
    };
    expect(keys(link(often, 'inwardIssue', 'PLAT-1'), link(often, 'outwardIssue', 'PLAT-2'))).toEqual([]);
  });
});

it('knows what the blocking issue is, and whether it is done', () => {
  expect(
    toBlockers(
      [link(BLOCKS, 'inwardIssue', 'PLAT-1', inProgress), link(BLOCKS, 'inwardIssue', 'PLAT-2', done)],
      BY_WORDS,
    ),
  ).toEqual([blocker('PLAT-1'), blocker('PLAT-2', { done: true })]);
});

it('takes two links to one issue as one', () => {
  expect(keys(link(BLOCKS, 'inwardIssue', 'PLAT-1'), link(DEPENDS, 'outwardIssue', 'PLAT-1'))).toEqual([
    'PLAT-1',
  ]);
});

it.each([undefined, null, 'none', {}, [null, 7, {}, { type: BLOCKS }, { inwardIssue: { key: 'PLAT-1' } }]])(
  'makes nothing of %j',
  (links) => expect(toBlockers(links, BY_WORDS)).toEqual([]),
);

describe('links that an administrator chose', () => {
  const chosen = [{ linkTypeId: BLOCKS.id, direction: 'inward', words: 'is blocked by' }] as const;

  it('decide by type and side, in whatever language they come', () => {
    const german = { ...BLOCKS, inward: 'wird gehemmt von', outward: 'hemmt' };
    const links = [
      link(german, 'inwardIssue', 'PLAT-1'),
      link(german, 'outwardIssue', 'PLAT-2'),
      link(DEPENDS, 'outwardIssue', 'PLAT-3'),
    ];
    expect(toBlockers(links, { waitsFor: chosen })).toEqual([blocker('PLAT-1')]);
    expect(toBlockers(links, BY_WORDS)).toEqual([blocker('PLAT-3')]);
  });

  it('are the only ones: where none was chosen, nothing waits', () => {
    expect(toBlockers([link(BLOCKS, 'inwardIssue', 'PLAT-1')], { waitsFor: [] })).toEqual([]);
  });
});

it('a link type that once said so puts something in the way under its later name', () => {
  const renamed = { ...BLOCKS, inward: 'requires', outward: 'is required by' };
  const reading = withKnownLinks(BY_WORDS, [
    { linkTypeId: BLOCKS.id, direction: 'inward', words: 'is blocked by' },
  ]);
  const links = [link(renamed, 'inwardIssue', 'PLAT-1'), link(renamed, 'outwardIssue', 'PLAT-2')];
  expect(toBlockers(links, reading)).toEqual([blocker('PLAT-1')]);
  expect(toBlockers(links, BY_WORDS)).toEqual([]);
});

it('a link is kept with the id of its issue, which a move does not change', () => {
  expect(toBlockers([link(BLOCKS, 'inwardIssue', 'PLAT-1')], BY_WORDS)).toMatchObject([
    { issueId: idOf('PLAT-1') },
  ]);
});

it('names every issue at the other end of a link by its id once, whatever the link is called', () => {
  const to = (side: string, id: string) => ({
    type: { id: '1', [side.slice(0, -5)]: '관련' },
    [side]: { id, key: 'X-1' },
  });
  const links = [to('inwardIssue', '11'), to('outwardIssue', '12'), to('outwardIssue', '11'), {}, null];
  expect(toLinkedIds(links)).toEqual(['11', '12']);
  expect(toLinkedIds(undefined)).toEqual([]);
});
