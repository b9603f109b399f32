import { moveSubject, wordMove, type MoveFacts } from '../../../../src/contract/wording/moves';
import { emptyCharter, type Charter } from '../../../../src/domain/charter/charter';
import type { CharterEvent } from '../../../../src/domain/charter/events';
import { HOLDFAST_ACTOR } from '../../../../src/domain/ids';
import { SETTLEMENTS } from '../../../../src/domain/charter/agreement/settle';
import { NEXT_CHOICES } from '../../../../src/domain/charter/check-in/check-in';

// What mails tell of what somebody did is recorded beside this file: none of it changes by accident.

const NOW = '2026-11-23T09:00:00.000Z';
const DAY = '2026-12-04';
const NEXT_YEAR = '2027-01-11';
const name = (accountId: string): string => `<${accountId}>`;

type Variant = Readonly<Record<string, unknown>>;

const charter = {
  ...emptyCharter,
  dri: { accountId: 'u-dri' },
  brief: { outcome: 'Outcome', whyNow: 'Why', successMeasure: 'Measure', reviewOn: NEXT_YEAR },
  authority: { grantedTo: 'u-dri', escalateWhen: 'It costs more' },
  agreements: [
    {
      id: 'A1',
      status: 'requested',
      deliverable: 'A cluster',
      providerAccountId: 'u-me',
      requestedBy: 'u-asker',
      neededBy: DAY,
      impact: 'No launch',
      answered: { question: 'Which region?', answer: 'Both' },
    },
    {
      id: 'A2',
      status: 'acknowledged',
      deliverable: 'A contract',
      providerAccountId: 'u-other',
      requestedBy: 'u-me',
      neededBy: DAY,
      committedBy: NEXT_YEAR,
    },
  ],
  escalations: [{ id: 'E1', question: 'Do we launch?', raisedBy: 'u-dri', toAccountId: 'u-me' }],
  gaps: [{ id: 'G1', what: 'Nobody tests it', raisedBy: 'u-me' }],
} as unknown as Charter;

/** An event in every shape in which its words differ: its own fields, or those of the facts (`$`) or charter (`#`). */
const shapes: Readonly<Record<string, readonly Variant[]>> = {
  'dri-nominated': [{}, { $seesItem: false }, { '#brief': null }],
  'dri-accepted': [
    {},
    { '#agreements': [] },
    { '#agreements': [], $kind: 'answer' },
    { $kind: 'answer' },
    { $kind: 'answer', '#vacancy': { until: NOW } },
  ],
  'dri-declined': [
    { reason: 'No time' },
    { reason: 'No time', suggestedAccountId: 'u-better' },
    { reason: 'No time', '#declinedNomination': { handedBack: true } },
    { reason: 'No time', $kind: 'answer' },
    { reason: 'No time', $kind: 'answer', '#declinedNomination': { handedBack: true } },
  ],
  'review-decided': [{}, { reason: 'It is over' }, { reason: 'It is over', $kind: 'answer' }],
  'authority-granted': [
    { decisions: 'Scope' },
    { decisions: 'Scope', boundaries: 'Ten', inputs: 'Legal', escalateWhen: 'Late', expiresOn: NEXT_YEAR },
  ],
  'waiver-granted': [
    { rules: ['brief.incomplete'], expiresAt: '2026-12-04T17:00:00.000Z', reason: 'A demo' },
    { rules: ['brief.incomplete', 'owner.shared'], expiresAt: '2027-01-11T17:00:00.000Z', reason: 'A demo' },
  ],
  'waiver-ended': [{ reason: 'Not needed' }],
  'agreement-requested': [
    {},
    { $seesItem: false },
    { '#dri': null },
    { '#dri': { accountId: 'u-me' } },
    { agreementId: 'A2', providerAccountId: 'u-me' },
    { by: 'u-dri', $seesItem: false },
  ],
  'agreement-restated': [{}],
  'agreement-reassigned': [{ providerAccountId: 'u-me' }, { providerAccountId: 'u-other' }],
  'provider-replaced': [
    { providerAccountId: 'u-me', reason: 'They left' },
    { providerAccountId: 'u-other', reason: 'They left' },
  ],
  'agreement-acknowledged': [{ committedBy: DAY }],
  'agreement-confirmed': [{ reason: 'A delay' }, {}],
  'agreement-countered': [
    { committedBy: DAY, reason: 'Busy' },
    { committedBy: NEXT_YEAR, reason: 'Busy', deliverable: 'A smaller cluster' },
  ],
  'reply-announced': [{ replyBy: DAY }, { replyBy: DAY, reason: 'Away' }],
  'yes-recorded': [{ committedBy: DAY }],
  'more-asked': [{ question: 'Which region?' }],
  'agreement-declined': [
    { reason: 'No' },
    { reason: 'No', alternativeAccountId: 'u-better' },
    { reason: 'No', availableFrom: NEXT_YEAR },
    { reason: 'No', alternativeAccountId: 'u-better', availableFrom: DAY },
  ],
  'agreement-delivered': [{ evidence: 'See the wiki' }],
  'counter-accepted': [{}],
  'delivery-accepted': [{}],
  'delivery-returned': [{ reason: 'It fails' }],
  'renegotiation-proposed': [{ committedBy: DAY, reason: 'A delay' }],
  'renegotiation-answered': [{ accepted: true }, { accepted: false }],
  'agreement-linked': [
    { providerIssueKey: 'PLAT-7', proposedBy: 'requester' },
    { providerIssueKey: 'PLAT-7', answers: 'taken' },
    { providerIssueKey: 'PLAT-7', answers: 'kept' },
  ],
  'agreement-taken-back': [{ reason: 'No need' }],
  'agreement-withdrawn': [{ reason: 'No need' }],
  'agreement-taken-over': [{}],
  'agreement-settled': SETTLEMENTS.map((as) => ({ as })),
  'agreement-taken-on': [{}],
  'agreement-carried': [
    { providerAccountId: 'u-other', neededBy: DAY },
    { providerAccountId: 'u-other', neededBy: DAY, promised: { committedBy: NEXT_YEAR } },
  ],
  'agreement-step-undone': [{ step: 'agreement-declined' }],
  'owner-step-undone': [{ step: 'dri-declined', agreementId: undefined }],
  'item-done-changed': [{}],
  'escalation-raised': [
    { question: 'Do we launch?' },
    { question: 'Do we launch?', neededBy: DAY, aboutAgreementId: 'A1' },
    { question: 'Do we launch?', neededBy: DAY, aboutAgreementId: 'A1', $seesItem: false },
    { question: 'Do we launch?', asks: { choice: 'new-date', until: DAY } },
    { question: 'Do we launch?', asks: { choice: 'new-date' } },
    { question: 'Do we launch?', asks: { choice: 'replacement' } },
    { question: 'Do we launch?', asks: { choice: 'replacement', until: NEXT_YEAR } },
  ],
  'escalation-redirected': [{ toAccountId: 'u-me' }, { toAccountId: 'u-other' }],
  'escalation-taken-back': [{ reason: 'Solved' }],
  'question-taken-over': [{}],
  'escalation-answered': [{ decision: 'Yes' }],
  'gap-raised': [{ what: 'Nobody tests it' }],
  'gap-answered': [{ answer: 'Quality does' }],
  'check-in-submitted': [
    { biggestRisk: 'The vendor', needs: [] },
    { biggestRisk: 'The vendor', needs: [{ accountId: 'u-me', what: 'A yes' }] },
    {
      biggestRisk: 'The vendor',
      needs: ['u-a', 'u-b'].map((accountId) => ({ accountId, what: 'A yes' })),
      decision: 'We cut it',
    },
    ...NEXT_CHOICES.flatMap((choice) =>
      [{}, { until: DAY }, { reason: 'Late' }, { until: NEXT_YEAR, reason: 'Late' }].map((more) => ({
        biggestRisk: 'The vendor',
        needs: [],
        next: { choice, ...more },
      })),
    ),
  ],
  'brief-written': [{}, { agreementId: undefined }],
};

const picked = (variant: Variant, mark: string): Variant =>
  Object.fromEntries(
    Object.entries(variant).flatMap(([key, value]) => (key.startsWith(mark) ? [[key.slice(1), value]] : [])),
  );

function factsOf(type: string, variant: Variant): MoveFacts {
  const own = Object.fromEntries(Object.entries(variant).filter(([key]) => !/^[$#]/.test(key)));
  const about = /^(agreement|provider|reply|yes|more|counter|delivery|renegotiation|brief)-/.test(type)
    ? { agreementId: 'A1' }
    : { escalationId: 'E1', gapId: 'G1' };
  const { kind = 'move', seesItem = true } = picked(variant, '$');
  return {
    charter: { ...charter, ...picked(variant, '#') },
    prompt: { kind, event: { type, at: NOW, by: 'u-them', ...about, ...own } as unknown as CharterEvent },
    reader: 'u-me',
    zone: 'Europe/Berlin',
    now: NOW,
    seesItem,
    name,
  } as unknown as MoveFacts;
}

test.each(Object.entries(shapes))('%s is told as recorded', (type, variants) => {
  expect(
    variants.map((variant) => {
      const facts = factsOf(type, variant);
      return [moveSubject('EXP-3', facts, 1), ...wordMove(facts)];
    }),
  ).toMatchSnapshot();
});

test('a subject counts what else the mail tells, and says when nobody did it', () => {
  const facts = factsOf('agreement-withdrawn', { reason: 'No need', by: HOLDFAST_ACTOR });
  expect([moveSubject('EXP-3', facts, 2), ...wordMove(facts)]).toEqual([
    'EXP-3: Holdfast no longer needs your promise (and 1 more)',
    'Holdfast no longer needs “A cluster”: No need. Nothing waits for you.',
  ]);
});
