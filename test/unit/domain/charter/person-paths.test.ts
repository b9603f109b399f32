import { defineCommand, defineEvent, type Happened } from '../../../../src/domain/charter/define-command';
import { peopleAt, type PersonPath } from '../../../../src/domain/charter/person-paths';
import type { AccountId, IssueKey } from '../../../../src/domain/ids';
import { ok } from '../../../../src/domain/result';
import type { Instant } from '../../../../src/domain/time/time';
import { COO, CTO, OPS } from '../../../support/people';

interface Hint {
  readonly type: 'hint';
  readonly accountId: AccountId;
  readonly about?: { readonly sponsor: AccountId | null };
  readonly needs: readonly { readonly askedOf?: AccountId | undefined; readonly what: string }[];
  readonly issueKey: IssueKey;
}

interface Hinted extends Happened {
  readonly type: 'hinted';
  readonly witnesses: readonly AccountId[];
}

const paths: Readonly<Record<PersonPath<Hint | Hinted>, true>> = {
  accountId: true,
  'about.sponsor': true,
  'needs[].askedOf': true,
  'witnesses[]': true,
  by: true,
};

const rest = {
  type: 'hint',
  event: 'hinted',
  subject: null,
  affects: [],
  tells: () => [],
  mayFollow: () => true,
  decide: () => ok([]),
  evolve: (charter) => charter,
} satisfies Partial<Parameters<typeof defineCommand<Hint, Hinted>>[0]>;

describe('a field that holds an account id', () => {
  const hint: Hint = {
    type: 'hint',
    accountId: COO,
    about: { sponsor: CTO },
    needs: [{ askedOf: OPS, what: 'A date' }, { what: 'A word' }],
    issueKey: 'EXP-1',
  };

  it('is found where it stands, in what is nested, listed or left out', () => {
    expect(Object.keys(paths).flatMap((path) => peopleAt(hint, path))).toEqual([COO, CTO, OPS]);
    expect(peopleAt({ witnesses: [COO, CTO] }, 'witnesses[]')).toEqual([COO, CTO]);
    expect(peopleAt({ about: null }, 'about.sponsor')).toEqual([]);
  });

  it('is named by the command and the event it stands in, or neither compiles', () => {
    defineCommand<Hint, Hinted>({
      ...rest,
      people: ['accountId', 'about.sponsor', 'needs[].askedOf', 'witnesses[]'],
    });
    defineCommand<Hint, Hinted>({
      ...rest,
      people: ['witnesses[]', 'needs[].askedOf', 'about.sponsor', 'accountId'],
    });
    // @ts-expect-error: nested, in an optional field
    defineCommand<Hint, Hinted>({ ...rest, people: ['accountId', 'needs[].askedOf', 'witnesses[]'] });
    // @ts-expect-error: in a list of things
    defineCommand<Hint, Hinted>({ ...rest, people: ['accountId', 'about.sponsor', 'witnesses[]'] });
    // @ts-expect-error: a list of people, in the event
    defineCommand<Hint, Hinted>({ ...rest, people: ['accountId', 'about.sponsor', 'needs[].askedOf'] });
    // @ts-expect-error: an issue is nobody
    defineEvent<Hinted>({ ...rest, people: ['witnesses[]', 'issueKey'] });
    // @ts-expect-error: nobody at all
    defineEvent<Hinted>({ ...rest, people: [] });
    expect(Object.keys(paths)).toHaveLength(5);
  });
});

it('keeps people, work items and moments apart, and takes any of them from a plain text', () => {
  const accountId: AccountId = 'u-1';
  const issueKey: IssueKey = 'EXP-1';
  const plain: string = accountId;
  // @ts-expect-error: a person is no moment
  const at: Instant = accountId;
  // @ts-expect-error: a work item is no person
  const somebody: AccountId = issueKey;
  expect([plain, at, somebody]).toEqual(['u-1', 'u-1', 'EXP-1']);
});
