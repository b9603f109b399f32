import type { CharterEvent } from '../../../../src/domain/charter/events';
import { replay } from '../../../../src/domain/charter/evolve';
import { commitmentsOf, type CommitmentFacts } from '../../../../src/domain/commitments/commitments';
import { siteDefault } from '../../../../src/domain/policy/policy';
import { partiesOf } from '../../../../src/domain/commitments/parties';
import { BEFORE } from '../../../support/charter-spec';
import { briefed, nominated, owner } from '../../../support/events';
import { COO, OPS } from '../../../support/people';

/** `owner` accepts at BEFORE; a week later a check-in is due. */
const due = new Date(Date.parse(BEFORE) + 7 * 86_400_000).toISOString();
const later = (hours: number) => new Date(Date.parse(due) + hours * 3_600_000).toISOString();

const told = (
  history: readonly CharterEvent[],
  more: Partial<CommitmentFacts> = {},
  accountId = COO,
): { yours: readonly string[]; awaited: readonly string[] } => {
  const facts: CommitmentFacts = {
    now: due,
    answerIsLate: () => false,
    hasLeft: () => false,
    briefWanted: false,
    progress: 'indeterminate',
    checkInEveryDays: 7,
    clocks: siteDefault.clocks,
    ...more,
  };
  const { yours, awaited } = commitmentsOf(replay(history), accountId, facts);
  return {
    yours: yours.map(({ kind, urgency }) => `${kind} ${urgency}`),
    awaited: awaited.map(({ kind, who }) => `${kind} ${who ?? 'nobody'}`),
  };
};

describe('a check-in', () => {
  it('waits for the DRI from the moment it is due, and is overdue a day later', () => {
    expect(told(owner(COO), { now: later(-1) }).yours).toEqual([]);
    expect(told(owner(COO)).yours).toEqual(['check-in soon']);
    expect(told(owner(COO), { now: later(23) }).yours).toEqual(['check-in soon']);
    expect(told(owner(COO), { now: later(24) }).yours).toEqual(['check-in overdue']);
  });

  it('is owed by work that goes on, by nobody else and to nobody', () => {
    expect(told(owner(COO), { progress: 'new' }).yours).toEqual([]);
    expect(told(owner(COO), { progress: 'done' }).yours).toEqual([]);
    expect(told(owner(COO), { progress: null }).yours).toEqual([]);
    expect(told([nominated(COO)]).yours).toEqual(['accept-nomination soon']);
    expect(told(owner(COO), {}, OPS)).toEqual({ yours: [], awaited: [] });
  });

  it('given, leaves the list for a week', () => {
    const given: CharterEvent = {
      type: 'check-in-submitted',
      at: due,
      by: COO,
      onTrack: true,
      biggestRisk: 'None',
      needs: [],
      reviewed: [],
    };
    expect(told([...owner(COO), given], { now: later(24 * 6) }).yours).toEqual([]);
    expect(told([...owner(COO), given], { now: later(24 * 7) }).yours).toEqual(['check-in soon']);
  });
});

describe('a commitment past its review date', () => {
  const reviewed = [...owner(COO), { ...briefed(COO), reviewOn: '2026-11-25' } as CharterEvent];
  const onDay = (day: string) => ({ now: `${day}T10:00:00.000Z`, progress: 'new' as const });

  it('asks its DRI the day after', () => {
    expect(told(reviewed, onDay('2026-11-25')).yours).toEqual([]);
    expect(told(reviewed, onDay('2026-11-26')).yours).toEqual(['keep-or-change soon']);
    expect(told(reviewed, { ...onDay('2026-11-26'), progress: 'done' }).yours).toEqual([]);
  });
});

describe('a gap somebody raised', () => {
  const gap: CharterEvent = { type: 'gap-raised', at: BEFORE, by: OPS, gapId: 'G1', what: 'Nobody tests' };
  const answered: CharterEvent = {
    type: 'gap-answered',
    at: BEFORE,
    by: COO,
    gapId: 'G1',
    answer: 'QA does',
  };
  const quiet = { progress: null };

  it('waits for the DRI, and is waited for by whoever raised it', () => {
    expect(told([...owner(COO), gap], quiet).yours).toEqual(['answer-gap soon']);
    expect(told([...owner(COO), gap], quiet, OPS).awaited).toEqual([`answer-gap ${COO}`]);
    expect(told([gap], quiet, OPS).awaited).toEqual(['answer-gap nobody']);
  });

  it('answered, concerns nobody any more', () => {
    expect(told([...owner(COO), gap, answered], quiet).yours).toEqual([]);
    expect(partiesOf(replay([...owner(COO), gap]))).toContain(OPS);
    expect(partiesOf(replay([...owner(COO), gap, answered]))).not.toContain(OPS);
  });
});

it('a brief that the policy wants is asked of work that goes on, and of none that is done', () => {
  const wanted = (progress: CommitmentFacts['progress']) =>
    told(owner(COO), { now: BEFORE, briefWanted: true, progress }).yours;
  expect([wanted('new'), wanted('indeterminate'), wanted(null)]).toEqual([
    ['write-brief later'],
    ['write-brief later'],
    ['write-brief later'],
  ]);
  expect(wanted('done')).toEqual([]);
});
