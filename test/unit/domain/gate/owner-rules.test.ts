import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { unmetOf } from '../../../../src/domain/gate/find';
import type { OwnerField } from '../../../../src/domain/gate/item';
import { NotRead } from '../../../../src/domain/gate/people';
import { rulesIn } from '../../../../src/domain/gate/rules';
import type { SubjectFacts } from '../../../../src/domain/gate/subject';
import { BEFORE, NOW } from '../../../support/charter-spec';
import { nominated, owner, turnedDown } from '../../../support/events';
import { epic, multiField, singleField, somebody, something } from '../../../support/items';
import { BOT, COO, CTO, CUSTOMER, GONE, OPS, people } from '../../../support/people';
import { factsOf, subjectWith } from '../../../support/subject';

const ownerFindings = (subject: SubjectFacts) => unmetOf(rulesIn('owner'), subject, NOW);

const found = (history: readonly CharterEvent[], ownerField: OwnerField | null = null) =>
  ownerFindings(subjectWith({ charter: replay(history), item: epic({ ownerField }) }))[0] ?? null;

describe('where the charter alone names the owner', () => {
  it('misses an owner until somebody is nominated', () => {
    expect(found([])).toEqual({ rule: 'owner.missing' });
  });

  it('tells who declined, and whom they suggest', () => {
    expect(found([nominated(COO), turnedDown(COO)])).toEqual({
      rule: 'owner.missing',
      declinedBy: COO,
      handedBack: false,
    });
    expect(found([...owner(COO), turnedDown(COO)])).toEqual({
      rule: 'owner.missing',
      declinedBy: COO,
      handedBack: true,
    });
    expect(found([nominated(COO), turnedDown(COO, { suggestedAccountId: OPS })])).toEqual({
      rule: 'owner.missing',
      declinedBy: COO,
      handedBack: false,
      suggested: OPS,
    });
  });

  it('waits for the nominee, and says since when', () => {
    expect(found([nominated(COO)])).toEqual({
      rule: 'owner.not-accepted',
      accountId: COO,
      nominated: true,
      since: BEFORE,
    });
  });

  it('is content with a DRI who accepted', () => {
    expect(found(owner(COO))).toBeNull();
  });

  it('notices that the DRI left', () => {
    expect(found(owner(GONE))).toEqual({ rule: 'owner.inactive', accountId: GONE });
    expect(found([nominated(GONE)])).toEqual({ rule: 'owner.inactive', accountId: GONE });
  });

  it('says nothing of a DRI whom nobody read: neither that they are there nor that they left', () => {
    const facts = factsOf({ charter: replay(owner(COO)), notRead: [COO] });
    expect(() => ownerFindings(facts)).toThrow(NotRead);
  });
});

describe.each([
  ['the assignee', singleField],
  ['a user field for one', (candidate?: ReturnType<typeof somebody>) => singleField(candidate, 'Lead')],
  [
    'a user field for many',
    (candidate?: ReturnType<typeof somebody>) => multiField(...(candidate ? [candidate] : [])),
  ],
])('where %s names the owner', (_source, field) => {
  it('misses an owner while it is empty', () => {
    expect(found([], field())).toEqual({ rule: 'owner.missing' });
  });

  it('has a person who was never asked', () => {
    expect(found([], field(somebody(COO)))).toEqual({
      rule: 'owner.not-accepted',
      accountId: COO,
      nominated: false,
    });
  });

  it('refuses an app or a customer', () => {
    expect(found([], field(somebody(BOT)))).toEqual({ rule: 'owner.not-a-person', name: 'Deploy Bot' });
    expect(found([], field(somebody(CUSTOMER)))).toEqual({
      rule: 'owner.not-a-person',
      name: 'Cora Customer',
    });
  });

  it('refuses a deactivated account', () => {
    expect(found([], field(somebody(GONE)))).toEqual({ rule: 'owner.inactive', accountId: GONE });
  });

  it('is content once that person was nominated and accepted', () => {
    expect(found(owner(COO), field(somebody(COO)))).toBeNull();
  });

  it('is content with an accepted DRI while it is empty', () => {
    expect(found(owner(COO), field())).toBeNull();
  });

  it('still says that a nomination was declined once the field is empty', () => {
    expect(found([nominated(COO), turnedDown(COO)], field())).toEqual({
      rule: 'owner.missing',
      declinedBy: COO,
      handedBack: false,
    });
  });
});

describe('where a group, a team or a text stands in the field', () => {
  it('is not a person', () => {
    expect(found([], singleField(something('Platform team')))).toEqual({
      rule: 'owner.not-a-person',
      name: 'Platform team',
    });
  });

  it('shares ownership with the DRI', () => {
    expect(found(owner(COO), singleField(something('Platform team'), 'Lead'))).toEqual({
      rule: 'owner.shared',
      people: [COO],
      others: ['Platform team'],
      fieldName: 'Lead',
      dri: COO,
    });
  });
});

describe('where the field names two', () => {
  const leads = multiField(somebody(COO), somebody(CTO));

  it('is shared, by name', () => {
    expect(found([], leads)).toEqual({
      rule: 'owner.shared',
      people: [COO, CTO],
      others: [],
      fieldName: 'Leads',
    });
    expect(found([], multiField(somebody(COO), something('Platform team')))).toMatchObject({
      people: [COO],
      others: ['Platform team'],
    });
  });

  it('lists contributors once one of them is the DRI', () => {
    expect(found(owner(COO), leads)).toBeNull();
    expect(found([nominated(COO)], leads)).toMatchObject({ rule: 'owner.not-accepted', accountId: COO });
  });

  it('lists contributors even when the DRI is none of them', () => {
    expect(found(owner(OPS), leads)).toBeNull();
  });

  it('is shared again after the nominee declined', () => {
    expect(found([nominated(COO), turnedDown(COO)], leads)).toMatchObject({ rule: 'owner.shared' });
  });
});

describe('where a field for one names somebody other than the DRI', () => {
  it('has two owners', () => {
    expect(found(owner(COO), singleField(somebody(CTO)))).toEqual({
      rule: 'owner.shared',
      people: [COO, CTO],
      others: [],
      fieldName: 'Assignee',
      dri: COO,
    });
    expect(found([nominated(COO)], singleField(somebody(CTO)))).toMatchObject({ rule: 'owner.shared' });
  });
});

it('takes people as they were read', () => {
  const left = { ...people, [COO]: { ...people[COO]!, active: false } };
  expect(ownerFindings(subjectWith({ charter: replay(owner(COO)), known: left }))).toEqual([
    { rule: 'owner.inactive', accountId: COO },
  ]);
});

describe('every unmet step of the path', () => {
  const steps = (history: readonly CharterEvent[], ownerField: OwnerField | null) =>
    ownerFindings(subjectWith({ charter: replay(history), item: epic({ ownerField }) })).map(
      ({ rule }) => rule,
    );

  it('is there behind the first', () => {
    expect(steps([nominated(GONE)], singleField(somebody(CTO)))).toEqual([
      'owner.shared',
      'owner.inactive',
      'owner.not-accepted',
    ]);
    expect(steps([], multiField(somebody(COO), somebody(BOT), something('Platform team')))).toEqual([
      'owner.shared',
      'owner.not-a-person',
      'owner.not-a-person',
      'owner.not-accepted',
      'owner.not-accepted',
    ]);
  });
});
