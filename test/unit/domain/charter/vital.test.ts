import fc from 'fast-check';
import type { CharterCommand, Facts } from '../../../../src/domain/charter/commands';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { as, given, NOW } from '../../../support/charter-spec';
import { owner } from '../../../support/events';
import { COO, OPS } from '../../../support/people';

const LEAD = 'u-lead';
const mark = (vital: boolean): CharterCommand => ({ type: 'mark-vital', vital });
const marked = (vital: boolean, by = LEAD): CharterEvent => ({ type: 'vital-marked', at: NOW, by, vital });

const under = (accountId: string, administers: boolean, people: readonly string[] = []): Facts => ({
  ...as(accountId),
  actor: { accountId, canEdit: true, administers },
  policy: { ...siteDefault, waivers: { ...siteDefault.waivers, projectAdmins: false, people } },
});

describe('marking the vital few', () => {
  it.each([
    ['an administrator of the project, whatever the policy says of waivers', under(LEAD, true), true],
    ['somebody whom the policy names', under(OPS, false, [OPS]), true],
    ['whoever may only edit', under(OPS, false, [LEAD]), false],
    ['the owner', under(COO, false), false],
    ['somebody of a project whose policy is not known', { ...under(OPS, false), policy: undefined }, false],
  ] as const)('by %s', (_who, facts, may) => {
    given(...owner(COO))
      .when(mark(true), facts)
      .then(may ? [marked(true, facts.actor.accountId)] : { code: 'forbidden', needs: 'vital-right' });
  });

  it('says who marked it and when, and nothing once the mark is taken away', () => {
    expect(replay([marked(true)]).vital).toEqual({ markedBy: LEAD, markedAt: NOW });
    expect(replay([marked(true), marked(false)])).toEqual(replay([]));
  });

  it('changes nothing that is so already', () => {
    given(marked(true)).when(mark(true), under(LEAD, true)).then({ code: 'marked-already' });
    given().when(mark(false), under(LEAD, true)).then({ code: 'marked-already' });
    given(marked(true))
      .when(mark(false), under(LEAD, true))
      .then([marked(false)]);
  });

  it('is as the last that was decided says, in whatever order it is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1 }), (wishes) => {
        const events = wishes.filter((vital, place) => vital !== (place > 0 && wishes[place - 1]));
        expect(replay(events.map((vital) => marked(vital))).vital !== undefined).toBe(wishes.at(-1));
      }),
    );
  });
});
