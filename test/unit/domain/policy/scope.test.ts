import fc from 'fast-check';
import { changesBetween } from '../../../../src/domain/policy/changes';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { coversType, isUnderPolicy } from '../../../../src/domain/gate/coverage';
import {
  idsUnderPolicy,
  isWaiting,
  linkKey,
  typeKey,
  typesWithout,
  waitingWords,
  type IssueTypeFact,
  type LinkRead,
  type WaitingLink,
  type WorkItemType,
} from '../../../../src/domain/policy/scope';
import { EPIC, INITIATIVE, STORY, SUBTASK, TYPES } from '../../../support/items';

describe('an entry of a policy', () => {
  it('covers every type of its level, under whatever name and id', () => {
    const german: IssueTypeFact = { id: '10400', name: 'Epos', untranslatedName: 'Epic', level: 1 };
    for (const type of [EPIC, german]) expect(coversType({ level: 1 }, type)).toBe(true);
    for (const type of [STORY, SUBTASK, INITIATIVE]) expect(coversType({ level: 1 }, type)).toBe(false);
    expect(coversType({ level: -1 }, SUBTASK)).toBe(true);
  });

  it('covers no type of which Jira says no level', () => {
    const unknown: IssueTypeFact = { id: '10401', name: 'Epic', level: null };
    for (const level of [-1, 0, 1, 2]) expect(coversType({ level }, unknown)).toBe(false);
  });

  it('covers one type by its id, whatever that is called now', () => {
    const entry = { id: EPIC.id, name: 'Epic' };
    expect(coversType(entry, { ...EPIC, name: 'Vorhaben' })).toBe(true);
    expect(coversType(entry, { ...EPIC, id: '10402' })).toBe(false);
  });

  it('from before ids were kept covers a type by its name, in any case, translated or not', () => {
    const german: IssueTypeFact = { id: '10400', name: 'Vorhaben', untranslatedName: 'Epic', level: 1 };
    expect(coversType({ named: 'EPIC' }, german)).toBe(true);
    expect(coversType({ named: 'vorhaben' }, german)).toBe(true);
    expect(coversType({ named: 'Epos' }, german)).toBe(false);
    expect(coversType({ named: 'undefined' }, EPIC)).toBe(false);
  });
});

it('a policy covers what one of its entries covers, and nothing where it has none', () => {
  const policy = { workItemTypes: [{ id: STORY.id, name: 'Story' }, { level: 2 }] };
  expect(TYPES.filter((type) => isUnderPolicy(policy, type))).toEqual([STORY, INITIATIVE]);
  expect(TYPES.some((type) => isUnderPolicy({ workItemTypes: [] }, type))).toBe(false);
});

const type: fc.Arbitrary<IssueTypeFact> = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5'),
  name: fc.constantFrom('Epic', 'Epos', 'Story', 'Risk'),
  untranslatedName: fc.constantFrom(undefined, 'Epic', 'Story'),
  level: fc.constantFrom(null, -1, 0, 1, 2),
});
const entry: fc.Arbitrary<WorkItemType> = fc.oneof(
  fc.record({ level: fc.constantFrom(-1, 0, 1, 2, 7) }),
  fc.record({ id: fc.constantFrom('1', '2', '3', '9'), name: fc.constant('Whatever') }),
  fc.record({ named: fc.constantFrom('epic', 'EPOS', 'Gone') }),
);

it('the ids under a policy are those of the types it covers; entries that cover none are said to be unknown', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 4 }),
      fc.uniqueArray(type, { selector: ({ id }) => id }),
      (entries, types) => {
        const { ids, unknown } = idsUnderPolicy(entries, types);
        expect(ids).toEqual(
          types.filter((one) => isUnderPolicy({ workItemTypes: entries }, one)).map(({ id }) => id),
        );
        for (const one of entries) {
          expect(unknown.includes(one)).toBe(!types.some((known) => coversType(one, known)));
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(idsUnderPolicy([{ level: 1 }, { id: '77', name: 'Gone' }], TYPES)).toEqual({
    ids: [EPIC.id],
    unknown: [{ id: '77', name: 'Gone' }],
  });
  expect(idsUnderPolicy([{ level: 1 }], [])).toEqual({ ids: [], unknown: [{ level: 1 }] });
});

it('entries are told apart by what they cover, not by what it was called', () => {
  expect(typeKey({ id: '1', name: 'Epic' })).toBe(typeKey({ id: '1', name: 'Epos' }));
  expect(typeKey({ named: 'Epic' })).toBe(typeKey({ named: 'EPIC' }));
  const keys = [{ level: 1 }, { id: '1', name: '1' }, { named: '1' }].map(typeKey);
  expect(new Set(keys).size).toBe(3);
  expect(typesWithout([{ level: 1 }, { id: '1', name: 'A' }], [{ id: '1', name: 'B' }])).toEqual([
    { level: 1 },
  ]);
});

const reads = (words: string, linkTypeId = '7', direction: LinkRead['direction'] = 'inward'): LinkRead => ({
  linkTypeId,
  direction,
  words,
});

describe('whether a link says that an item waits', () => {
  const chosen: readonly WaitingLink[] = [
    { linkTypeId: '10200', direction: 'inward', words: 'is blocked by' },
    { linkTypeId: '10201', direction: 'outward', words: 'depends on' },
  ];

  it.each([
    ['10200', 'inward', true],
    ['10200', 'outward', false],
    ['10201', 'outward', true],
    ['10201', 'inward', false],
    ['10999', 'inward', false],
  ] as const)('is asked of its type %s and its side %s once links were chosen', (id, direction, waits) => {
    // The words are of no account then, whatever language they are in.
    for (const words of ['is blocked by', 'blocks', 'wird blockiert von', '']) {
      expect(isWaiting(chosen, reads(words, id, direction), [])).toBe(waits);
    }
  });

  it('is never so where none was chosen', () => {
    expect(isWaiting([], reads('is blocked by'), [])).toBe(false);
  });

  it.each([
    'is blocked by',
    ' Depends On ',
    'has to be done after',
    'wird blockiert von',
    'hängt ab von',
    'est bloqué par',
    'dépend de',
    'está bloqueado por',
    'é bloqueado por',
    'wordt geblokkeerd door',
    'ブロックされている',
    '被阻止',
  ])('is read off the words "%s" until links were chosen, whatever its type and side', (words) => {
    for (const direction of ['inward', 'outward'] as const) {
      expect(isWaiting('by-words', reads(words, '1', direction), [])).toBe(true);
    }
  });

  it.each(['blocks', 'relates to', 'blockiert', 'bloque', 'is no longer blocked by', ''])(
    'is not so for "%s"',
    (words) => expect(isWaiting('by-words', reads(words), [])).toBe(false),
  );
});

describe('the words of a changelog', () => {
  const types = [{ id: '10200', name: 'Blocks', inward: 'is held up by', outward: 'holds up' }];
  const waits = waitingWords(
    [{ linkTypeId: '10200', direction: 'inward', words: 'is blocked by' }],
    types,
    [],
  );

  it('say that an item waits as the chosen link is called today, and as it was called when it was chosen', () => {
    expect(waits('This issue is held up by ')).toBe(true);
    expect(waits('This work item is blocked by ')).toBe(true);
    expect(waits('This issue holds up ')).toBe(false);
    expect(waits('This issue depends on ')).toBe(false);
  });

  it('are read in every known language until links were chosen', () => {
    const guess = waitingWords('by-words', types, []);
    expect(guess('This issue depends on ')).toBe(true);
    expect(guess('wird blockiert von ')).toBe(true);
    expect(guess('This issue is held up by ')).toBe(false);
  });
});

describe('a change of what a policy covers', () => {
  const link: WaitingLink = { linkTypeId: '10200', direction: 'inward', words: 'is blocked by' };

  it('is none where only names differ', () => {
    expect(
      changesBetween(
        { ...siteDefault, workItemTypes: [{ id: '1', name: 'Epic' }], waitsFor: [link] },
        { ...siteDefault, workItemTypes: [{ id: '1', name: 'Epos' }], waitsFor: [{ ...link, words: 'x' }] },
      ),
    ).toEqual([]);
  });

  it('tells the types that come and go, and other links', () => {
    const to = { ...siteDefault, workItemTypes: [{ id: '1', name: 'Epic' }], waitsFor: [link] };
    expect(changesBetween(siteDefault, to)).toEqual([
      { kind: 'type-added', type: { id: '1', name: 'Epic' } },
      { kind: 'type-removed', type: { level: 1 } },
      { kind: 'waits-for', from: 'by-words', to: [link] },
    ]);
    expect(linkKey(link)).not.toBe(linkKey({ ...link, direction: 'outward' }));
  });

  it('does not depend on the order in which links were chosen', () => {
    const other: WaitingLink = { linkTypeId: '10201', direction: 'outward', words: 'depends on' };
    expect(
      changesBetween(
        { ...siteDefault, waitsFor: [link, other] },
        { ...siteDefault, waitsFor: [other, link] },
      ),
    ).toEqual([]);
  });
});
