import type { CommitmentsAnswer } from '../../../src/contract/answers';
import type { CharterEvent } from '../../../src/domain/charter/events';
import { call, from } from '../../support/calling';
import { acknowledged, asked, briefed, owner } from '../../support/events';
import { epic } from '../../support/items';
import { handleOf, world, type World } from '../../support/memory-ports';
import { COO, CTO, OPS, PLATFORM } from '../../support/people';

const LONG_AGO = '2026-11-02T08:00:00.000Z';
const page = (accountId: string) => from(accountId, { issueKey: undefined, projectKey: undefined });

/** COO accepted three weeks ago; PLATFORM's promise is overdue, and the work is under way. */
function underWay(...more: readonly CharterEvent[]): World {
  const here = world(
    ...owner(COO).map((event) => ({ ...event, at: LONG_AGO })),
    asked('A1', { at: LONG_AGO }),
    acknowledged('A1', { at: LONG_AGO, committedBy: '2026-11-13' }),
    ...more,
  );
  here.jira.items.set('EXP-1', epic({ status: { id: '3', name: 'In Progress', category: 'indeterminate' } }));
  return here;
}

const gap: CharterEvent = { type: 'gap-raised', at: LONG_AGO, by: OPS, gapId: 'G1', what: 'Nobody tests it' };

async function list(here: World, accountId: string): Promise<CommitmentsAnswer> {
  const answer = await call(here, 'commitments/list', {}, page(accountId));
  if (!answer.ok || !('yours' in answer)) throw new Error(JSON.stringify(answer));
  return answer;
}
const duties = async (here: World, accountId: string) =>
  (await list(here, accountId)).yours.map(({ duty }) => duty);
const answer = async (here: World, accountId: string, ref: string, key: string, input: object) => {
  const answers = [{ ref, call: key, input }];
  const given = await call(here, 'commitments/answer', { answers }, page(accountId));
  if (!given.ok || !('results' in given)) throw new Error(JSON.stringify(given));
  return given.results[0];
};
const handle = handleOf(COO, 'EXP-1');

describe('a check-in on the list', () => {
  it('brings what it is held against: the promises to walk through, with their people', async () => {
    const { yours, people } = await list(underWay(), COO);
    expect(yours).toMatchObject([
      {
        ref: `${handle}:check-in`,
        duty: 'check-in',
        urgency: 'overdue',
        checkIn: { count: 0, agreements: [{ id: 'A1', overdue: true }] },
      },
    ]);
    expect(people).toHaveProperty(PLATFORM);
  });

  it('is given from the list, and gone from it', async () => {
    const here = underWay();
    const input = {
      onTrack: false,
      biggestRisk: 'It is late',
      reviewed: [{ agreementId: 'A1', answer: 'on-track' }],
      decision: 'We wait',
    };
    const given = await answer(here, COO, `${handle}:check-in`, 'checkin/submit', input);
    expect(given).toEqual({ ref: `${handle}:check-in`, ok: true });
    expect(await duties(here, COO)).toEqual([]);
    expect((await here.charters.readCharter('EXP-1')).charter.checkIns).toMatchObject([
      { onTrack: false, reviewed: ['A1'], decision: 'We wait' },
    ]);
  });

  it('is owed by nobody whom Jira hides the work item from, nor while the work rests', async () => {
    const here = underWay();
    here.jira.hidden.add('EXP-1');
    expect(await duties(here, COO)).toEqual([]);
    const resting = underWay();
    resting.jira.items.set('EXP-1', epic());
    expect(await duties(resting, COO)).toEqual([]);
  });

  it('says nothing to a provider, who sees the promise alone', async () => {
    const here = underWay(gap, { ...briefed(COO), reviewOn: '2026-11-10' } as CharterEvent);
    here.jira.hidden.add('EXP-1');
    const told = await list(here, PLATFORM);
    expect(told.yours.map(({ duty }) => duty)).toEqual(['deliver']);
    expect(JSON.stringify(told)).not.toMatch(/check-in|Nobody tests|keep-or-change|needId/);
  });
});

describe('a commitment past its review date', () => {
  it('is kept from the list', async () => {
    const here = underWay({ ...briefed(COO), reviewOn: '2026-11-10' } as CharterEvent);
    expect(await duties(here, COO)).toEqual(expect.arrayContaining(['check-in', 'keep-or-change']));
    const ref = `${handle}:keep-or-change`;
    const input = { choice: 'recommit', reviewOn: '2026-12-20' };
    expect(await answer(here, COO, ref, 'review/decide', input)).toEqual({ ref, ok: true });
    expect(await duties(here, COO)).toEqual(['check-in']);
  });
});

describe('a gap', () => {
  it('waits for the DRI, is answered in place, and is waited for by whoever raised it', async () => {
    const here = underWay(gap);
    const { yours } = await list(here, COO);
    expect(yours.find(({ duty }) => duty === 'answer-gap')).toMatchObject({
      ref: `${handle}:G1`,
      gap: { gapId: 'G1', text: 'Nobody tests it' },
      awaitedBy: OPS,
    });
    expect((await list(here, OPS)).awaited).toMatchObject([{ duty: 'answer-gap', who: COO }]);
    const given = await answer(here, COO, `${handle}:G1`, 'gap/answer', { answer: 'QA does' });
    expect(given).toEqual({ ref: `${handle}:G1`, ok: true });
    expect((await list(here, OPS)).awaited).toEqual([]);
  });

  it('is nobody’s to read who lost sight of the work item', async () => {
    const here = underWay(gap);
    here.jira.hidden.add('EXP-1');
    expect((await list(here, OPS)).awaited).toEqual([]);
    expect(await duties(here, COO)).toEqual([]);
  });

  it('is not answered through a line about another, nor by anybody else', async () => {
    const here = underWay(gap, { ...gap, gapId: 'G2' });
    const other = await answer(here, COO, `${handle}:G1`, 'gap/answer', { gapId: 'G2', answer: 'QA' });
    expect(other).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const stranger = await answer(here, CTO, `${handleOf(CTO, 'EXP-1')}:G1`, 'gap/answer', { answer: 'QA' });
    expect(stranger).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
