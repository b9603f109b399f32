import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { noticed } from '../../../../../src/domain/charter/lifecycle/noticed';
import { dutiesOf } from '../../../../../src/domain/commitments/duties';
import { partiesOf } from '../../../../../src/domain/commitments/parties';
import { HOLDFAST_ACTOR } from '../../../../../src/domain/ids';
import { promptsOf } from '../../../../../src/domain/notices/moves';
import { siteDefault } from '../../../../../src/domain/policy/policy';
import { as, given, NOW } from '../../../../support/charter-spec';
import { acknowledged, asked, delivered, nominated, owner } from '../../../../support/events';
import { COO, CTO, OPS, people, PLATFORM } from '../../../../support/people';

const facts = { ...as(HOLDFAST_ACTOR), ...noticed(NOW) };
const left = (accountId: string, gone = true): CharterEvent => ({
  type: 'departure-changed',
  at: NOW,
  by: HOLDFAST_ACTOR,
  accountId,
  left: gone,
});
const question: CharterEvent = {
  type: 'escalation-raised',
  at: NOW,
  by: COO,
  escalationId: 'E1',
  question: 'Which market?',
  toAccountId: OPS,
};

/** Whom what was noticed tells; `lead` where nobody stands behind the work. */
const told = (...history: readonly CharterEvent[]): readonly string[] =>
  promptsOf({ charter: replay(history), history, earlier: 0 }, NOW)
    .filter(({ event }) => event.type === 'departure-changed')
    .map(({ who, kind }) => `${who ?? 'lead'} ${kind}`);

describe('somebody whose account was deactivated', () => {
  it('is noted once, where something rests on them, and again when they are back', () => {
    given(...owner(COO))
      .when({ type: 'record-departure', accountId: COO, left: true }, facts)
      .then([left(COO)]);
    given(...owner(COO), left(COO))
      .when({ type: 'record-departure', accountId: COO, left: true }, facts)
      .then({ code: 'already-recorded' });
    given(...owner(COO), left(COO))
      .when({ type: 'record-departure', accountId: COO, left: false }, facts)
      .then([left(COO, false)]);
    given(...owner(COO))
      .when({ type: 'record-departure', accountId: OPS, left: true }, facts)
      .then({ code: 'already-recorded' });
    expect(replay([...owner(COO), left(COO), left(COO, false)])).not.toHaveProperty('departed');
  });

  it.each([
    ['an owner, whoever stands behind them', [...owner(COO), left(COO)], [`${CTO} move`]],
    ['an owner nobody stands behind, the lead', [nominated(COO, { by: COO }), left(COO)], ['lead move']],
    ['a nominee, whoever asked them', [nominated(COO), left(COO)], [`${CTO} move`]],
    ['a provider, the owner', [...owner(COO), asked('A1'), left(PLATFORM)], [`${COO} move`]],
    [
      'a provider whose owner left before, whoever stands behind the work',
      [...owner(COO), asked('A1'), acknowledged('A1'), left(COO), { ...left(PLATFORM), at: NOW }],
      [`${CTO} move`, `${CTO} move`],
    ],
    ['who was to decide, whoever asked', [...owner(COO), question, left(OPS)], [`${COO} move`]],
    [
      'who delivered, nobody: it goes on without them',
      [...owner(COO), asked('A1'), acknowledged('A1'), delivered('A1'), left(PLATFORM)],
      [],
    ],
    ['who is back, nobody', [...owner(COO), left(COO), left(COO, false)], []],
  ] as const)('passes on what rested on %s', (_what, history, expected) => {
    expect(told(...(history as readonly CharterEvent[]))).toEqual(expected);
  });

  it('leaves nothing to an owner who left: whoever stands behind them asks another, and has it on their list', () => {
    const charter = replay([...owner(COO), left(COO)]);
    const duties = dutiesOf(charter, {
      hasLeft: (accountId) => accountId === COO,
      briefWanted: true,
      progress: 'indeterminate',
      checkInEveryDays: 7,
      clocks: siteDefault.clocks,
      now: '2027-03-01T12:00:00.000Z',
    });
    expect(duties).toEqual([{ kind: 'ask-another', who: CTO, awaitedBy: null, since: NOW }]);
    expect(partiesOf(charter)).toContain(CTO);
    const gone = {
      ...people,
      [COO]: { accountId: COO, kind: 'human', active: false, displayName: 'Ada' },
    } as const;
    given(...owner(COO), left(COO))
      .when({ type: 'nominate-dri', accountId: OPS }, as(CTO, { canEdit: false, people: gone }))
      .then([{ type: 'dri-nominated', at: NOW, by: CTO, accountId: OPS }]);
    given(...owner(COO), left(COO))
      .when({ type: 'nominate-dri', accountId: OPS }, as(PLATFORM, { canEdit: false, people: gone }))
      .then({ code: 'forbidden', needs: 'edit' });
  });
});
