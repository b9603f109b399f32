import type { CharterAnswer } from '../../../../../src/contract/answers';
import { viewCharter, viewGate } from '../../../../../src/app/charter/views';
import type { AgreementStatus } from '../../../../../src/domain/charter/agreement/agreement';
import type { CharterEvent } from '../../../../../src/domain/charter/events';
import { replay } from '../../../../../src/domain/charter/evolve';
import { evaluate } from '../../../../../src/domain/gate/evaluate';
import { peopleRead } from '../../../../../src/domain/gate/people';
import type { Checkpoint } from '../../../../../src/domain/policy/rules';
import { subjectOf } from '../../../../../src/domain/gate/build-subject';
import { enforcing } from '../../../../support/policies';
import { offersForAgreement } from '../../../../../static/agreement-forms/model/agreement-offers';
import { mayDo, offersForFinding } from '../../../../../static/panel/model/offers';
import { utcDate } from '../../../../../src/domain/time/time';
import { NOW } from '../../../../support/charter-spec';
import { asked, owner, refused, renegotiated } from '../../../../support/events';
import { epic } from '../../../../support/items';
import { upTo } from '../../../../support/life';
import { COO, CTO, OPS, people, PLATFORM } from '../../../../support/people';

/** The panel's answer after a history, as one person reads it. */
function seenBy(accountId: string, history: readonly CharterEvent[], now = NOW): CharterAnswer {
  const charter = replay(history);
  const subject = subjectOf({ charter, item: epic(), policy: enforcing, people: peopleRead(people) });
  const gateAt = (checkpoint: Checkpoint) =>
    viewGate(evaluate(subject, checkpoint, now), people, utcDate(now));
  const gates = { start: gateAt('start'), finish: gateAt('finish') };
  return {
    ok: true,
    charter: viewCharter(charter, enforcing, now),
    gate: gates.start,
    gates,
    item: epic(),
    policy: enforcing,
    people,
    me: { accountId, canEdit: true, administers: false, mayWaive: false },
    history,
    seen: history.length,
    earlier: 0,
    clocks: { nextCheckInAt: null, questions: [], rung: null },
    checkIn: { onTrack: null, walkThrough: [] },
    now,
  };
}

/** `now | also`, by the verbs. */
function shown(accountId: string, history: readonly CharterEvent[], at = NOW): string {
  const answer = seenBy(accountId, history, at);
  const [agreement] = answer.charter.agreements;
  if (!agreement) throw new Error('the history asks for nothing');
  const { now, also } = offersForAgreement(answer, agreement);
  return [now, also].map((offers) => offers.map(({ kind }) => kind).join(' ')).join(' | ');
}

type Seen = readonly [AgreementStatus, string];

test.each<Seen>([
  ['requested', 'acknowledge counter decline | reply-later ask-more hand-over link'],
  ['countered', ' | link'],
  ['acknowledged', 'deliver | renegotiate confirm doubt hand-over link'],
  ['delivered', ' | link'],
  ['accepted', ' | '],
  ['declined', ' | '],
  ['withdrawn', ' | '],
])('on a %s agreement the provider sees: %s', (status, offers) => {
  expect(shown(PLATFORM, upTo[status])).toBe(offers);
});

test.each<Seen>([
  ['requested', ' | record-yes reassign link withdraw'],
  ['countered', 'accept-counter restate reassign | link withdraw'],
  ['acknowledged', ' | renegotiate replace link withdraw'],
  ['delivered', 'accept-delivery return | link withdraw'],
  ['accepted', ' | '],
  ['declined', 'restate reassign | withdraw'],
  ['withdrawn', ' | '],
])('on a %s agreement the DRI sees: %s', (status, offers) => {
  expect(shown(COO, upTo[status])).toBe(offers);
});

test.each(Object.keys(upTo) as AgreementStatus[])('on a %s agreement nobody else sees a button', (status) => {
  expect(shown(CTO, upTo[status])).toBe(' | ');
});

test('a decline that names somebody puts asking them first', () => {
  const declined = [...owner(COO), asked('A1'), refused('A1', { alternativeAccountId: OPS })];
  expect(shown(COO, declined)).toBe('reassign restate | withdraw');
});

test('a new date is answered by the other side; whoever asked goes on delivering', () => {
  const pending = [...upTo.acknowledged, renegotiated('A1')];
  expect(shown(COO, pending)).toBe('accept-date keep-date | renegotiate replace link withdraw');
  expect(shown(PLATFORM, pending)).toBe('deliver | renegotiate confirm doubt hand-over link');
});

test('a promise to oneself is passed on or taken back', () => {
  const toOneself = [...owner(COO), asked('A1', { providerAccountId: COO })];
  expect(shown(COO, toOneself)).toBe('reassign withdraw | counter decline reply-later link');
});

test('an overdue provider is offered another date beside delivering', () => {
  expect(shown(PLATFORM, upTo.acknowledged, '2026-12-07T12:00:00.000Z')).toBe(
    'deliver renegotiate | hand-over link debrief',
  );
});

test('a counter whose day has passed can no longer be accepted, only asked anew', () => {
  expect(shown(COO, upTo.countered, '2026-12-14T12:00:00.000Z')).toBe('restate reassign | link withdraw');
});

describe('the gate offers', () => {
  const kinds = (accountId: string, history: readonly CharterEvent[]) => {
    const answer = seenBy(accountId, history);
    return (answer.gates?.start.findings ?? []).map(({ rule, finding }) => [
      rule,
      finding && offersForFinding(answer, finding).map(({ kind }) => kind),
    ]);
  };

  test('the DRI the answers to a counter, and the provider nothing', () => {
    expect(kinds(COO, upTo.countered)).toEqual([['agreement.countered', ['accept-counter', 'restate']]]);
    expect(kinds(PLATFORM, upTo.countered)).toEqual([['agreement.countered', []]]);
  });

  test('somebody else where the provider is gone, and writing where the brief is missing', () => {
    const answer = seenBy(COO, upTo.requested);
    const gone = {
      rule: 'agreement.provider-inactive',
      agreementId: 'A1',
      deliverable: 'A staging cluster',
      provider: PLATFORM,
      severity: 'block',
      who: [COO],
    } as const;
    const unwritten = { rule: 'brief.incomplete', severity: 'warn', who: [COO] } as const;
    expect(offersForFinding(answer, gone).map(({ kind }) => kind)).toEqual(['reassign', 'withdraw']);
    expect(offersForFinding(answer, unwritten)).toEqual([{ kind: 'write-brief' }]);
  });
});

test('only the DRI can hand ownership back', () => {
  const handBack = { kind: 'hand-back' } as const;
  expect(mayDo(seenBy(COO, owner(COO)), handBack)).toBe(true);
  expect(mayDo(seenBy(CTO, owner(COO)), handBack)).toBe(false);
});

test('a provider is asked whether a promise is still true after two weeks, while more than two remain', () => {
  const [first, ...rest] = upTo.acknowledged.slice().reverse();
  if (first?.type !== 'agreement-acknowledged') throw new Error('the last event is the yes');
  const far = [...rest.reverse(), { ...first, at: NOW, committedBy: '2027-03-31' }];
  const after = (days: number) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
  expect(shown(PLATFORM, far, after(14))).toMatch(/^deliver \|/);
  expect(shown(PLATFORM, far, after(15))).toBe('confirm doubt | deliver renegotiate hand-over link');
  expect(shown(COO, far, after(15))).not.toMatch(/confirm|doubt/);
});
