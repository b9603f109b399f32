import {
  accepted,
  acknowledged,
  countered,
  delivered,
  nominated,
  owner,
  renegotiated,
  turnedDown,
} from '../events';
import { NOW } from '../charter-spec';
import { COO, CTO, OPS, PLATFORM } from '../people';
import { type Payload, type Scene, both, words, two, A1, stated } from './parts';

const promised = [...two, acknowledged('A1'), acknowledged('A2')];
const done = [...promised, delivered('A1'), delivered('A2')];
const broken = [
  ...two,
  acknowledged('A1', { committedBy: '2026-11-21' }),
  acknowledged('A2', { committedBy: '2026-11-21' }),
];
const moreAsked = (agreementId: string) =>
  ({ type: 'more-asked', at: NOW, by: PLATFORM, agreementId, question: 'For how many?' }) as const;
const finished = { type: 'item-done-changed', at: NOW, by: 'holdfast', done: true } as const;
const which = { agreementId: both({}, 'agreementId', 'A1', 'A2') };
const ofWhich = (base: Payload): Scene['fields'] => ({
  agreementId: both(base, 'agreementId', 'A1', 'A2'),
});

const request = {
  providerAccountId: PLATFORM,
  deliverable: 'A staging cluster',
  acceptance: 'The smoke tests pass',
  neededBy: '2026-12-04',
};
const debrief = {
  ...A1,
  hadOneOwner: true,
  wereAssuming: true,
  whoSaw: 'Support',
  cause: 'unclear-handoff',
  changesNow: 'The request names the region',
};

/** Calls in the life of one agreement. */
export const agreementScenes: Readonly<Record<string, Scene>> = {
  'agreement/request': {
    command: 'request-agreement',
    given: [...owner(COO), stated],
    by: COO,
    fields: {
      providerAccountId: both(request, 'providerAccountId', PLATFORM, OPS),
      neededBy: both(request, 'neededBy', '2026-12-04', '2027-02-01'),
      providerIssueKey: both({ ...request, providerIssueId: '7' }, 'providerIssueKey', 'PLAT-7', 'SEC-7'),
      needId: both(request, 'needId', 'N1.1', 'N1.2'),
      // Whoever takes its requests is looked up before the command.
      teamId: [
        { ...request, team: { id: 'T2', name: 'Platform' } },
        { ...request, team: { id: 'T3', name: 'Operations' } },
      ],
      ...words(request, 'deliverable', 'acceptance', 'impact', 'inputs'),
    },
  },
  'agreement/acknowledge': { command: 'acknowledge-agreement', given: two, by: PLATFORM, fields: which },
  'agreement/counter': {
    command: 'counter-agreement',
    given: two,
    by: PLATFORM,
    fields: {
      ...ofWhich({ committedBy: '2026-12-11', reason: 'Late' }),
      committedBy: both({ ...A1, reason: 'Late' }, 'committedBy', '2026-12-11', '2027-02-01'),
      ...words({ ...A1, committedBy: '2026-12-11', reason: 'Late' }, 'reason', 'deliverable'),
    },
  },
  'agreement/decline': {
    command: 'decline-agreement',
    given: two,
    by: PLATFORM,
    fields: {
      ...ofWhich({ reason: 'No', availableFrom: '2027-01-11' }),
      ...words({ ...A1, availableFrom: '2027-01-11' }, 'reason'),
      alternativeAccountId: both({ ...A1, reason: 'No' }, 'alternativeAccountId', OPS, CTO),
      availableFrom: both({ ...A1, reason: 'No' }, 'availableFrom', '2027-01-11', '2027-02-01'),
    },
  },
  'agreement/deliver': {
    command: 'deliver-agreement',
    given: promised,
    by: PLATFORM,
    fields: { ...ofWhich({ evidence: 'There' }), ...words(A1, 'evidence') },
  },
  'agreement/confirm': {
    command: 'confirm-agreement',
    given: promised,
    by: PLATFORM,
    fields: {
      ...ofWhich({ onTrack: false, reason: 'Vendor' }),
      onTrack: both({ ...A1, reason: 'Vendor' }, 'onTrack', true, false),
      ...words({ ...A1, onTrack: false }, 'reason'),
    },
  },
  'agreement/accept-counter': {
    command: 'accept-counter',
    given: [...two, countered('A1'), countered('A2')],
    by: COO,
    fields: which,
  },
  'agreement/restate': {
    command: 'restate-agreement',
    given: [...two, moreAsked('A1'), moreAsked('A2')],
    by: COO,
    fields: {
      ...ofWhich({ neededBy: '2026-12-09' }),
      neededBy: both(A1, 'neededBy', '2026-12-09', '2027-02-01'),
      ...words(A1, 'deliverable', 'acceptance'),
      answer: both({ ...A1, neededBy: '2026-12-09' }, 'answer', 'Two hundred', 'Three hundred'),
    },
  },
  'agreement/reply-later': {
    command: 'reply-later',
    given: two,
    by: PLATFORM,
    fields: {
      ...ofWhich({ by: '2026-11-30' }),
      by: both(A1, 'by', '2026-11-30', '2026-12-02'),
      ...words({ ...A1, by: '2026-11-30' }, 'reason'),
    },
  },
  'agreement/ask-more': {
    command: 'ask-more',
    given: two,
    by: PLATFORM,
    fields: { ...ofWhich({ question: 'For how many?' }), ...words(A1, 'question') },
  },
  'agreement/record-yes': {
    command: 'record-yes',
    given: two,
    by: COO,
    fields: { ...ofWhich({}), committedBy: both(A1, 'committedBy', '2026-12-02', '2026-12-03') },
  },
  'agreement/settle': {
    command: 'settle-agreement',
    given: [...promised, finished],
    by: COO,
    fields: {
      ...ofWhich({ as: 'not-needed' }),
      as: both(A1, 'as', 'delivered', 'not-needed'),
    },
  },
  'agreement/take-on': {
    command: 'take-on-agreement',
    given: [...promised, turnedDown(COO), nominated(COO), accepted(COO)],
    by: COO,
    fields: which,
  },
  'agreement/undo': {
    command: 'undo-agreement-step',
    given: [...two, acknowledged('A1', { at: NOW }), acknowledged('A2', { at: NOW })],
    by: PLATFORM,
    fields: which,
  },
  'agreement/take-back': {
    command: 'take-back-agreement',
    given: two,
    by: COO,
    fields: { ...ofWhich({ reason: 'Solved' }), ...words(A1, 'reason') },
  },
  'agreement/replace': {
    command: 'replace-provider',
    given: broken,
    by: COO,
    fields: {
      ...ofWhich({ providerAccountId: CTO, reason: 'Twice late' }),
      providerAccountId: both({ ...A1, reason: 'Twice late' }, 'providerAccountId', OPS, CTO),
      ...words({ ...A1, providerAccountId: CTO }, 'reason'),
    },
  },
  'agreement/accept-delivery': { command: 'accept-delivery', given: done, by: COO, fields: which },
  'agreement/return': {
    command: 'return-delivery',
    given: done,
    by: COO,
    fields: {
      ...ofWhich({ cause: 'spec', reason: 'No' }),
      cause: both({ ...A1, reason: 'No' }, 'cause', 'spec', 'quality'),
      ...words({ ...A1, cause: 'spec' }, 'reason'),
    },
  },
  'agreement/withdraw': {
    command: 'withdraw-agreement',
    given: promised,
    by: COO,
    fields: { ...ofWhich({ reason: 'Solved' }), ...words(A1, 'reason') },
  },
  'agreement/reassign': {
    command: 'reassign-agreement',
    given: two,
    by: COO,
    fields: {
      ...ofWhich({ providerAccountId: CTO }),
      providerAccountId: both(A1, 'providerAccountId', OPS, CTO),
    },
  },
  'agreement/renegotiate': {
    command: 'renegotiate-agreement',
    given: promised,
    by: PLATFORM,
    fields: {
      ...ofWhich({ committedBy: '2026-12-18', reason: 'Late' }),
      committedBy: both({ ...A1, reason: 'Late' }, 'committedBy', '2026-12-18', '2027-02-01'),
      ...words({ ...A1, committedBy: '2026-12-18' }, 'reason'),
    },
  },
  'agreement/answer-renegotiation': {
    command: 'answer-renegotiation',
    given: [...promised, renegotiated('A1'), renegotiated('A2')],
    by: COO,
    fields: { ...ofWhich({ accept: true }), accept: both(A1, 'accept', true, false) },
  },
  'agreement/link': {
    command: 'link-agreement',
    given: two,
    by: COO,
    fields: {
      ...ofWhich({ providerIssueKey: 'PLAT-7' }),
      providerIssueKey: both({ ...A1, providerIssueId: '7' }, 'providerIssueKey', 'PLAT-7', 'SEC-7'),
    },
  },
  'debrief/write': {
    command: 'write-debrief',
    given: broken,
    by: COO,
    fields: {
      ...ofWhich(debrief),
      hadOneOwner: both(debrief, 'hadOneOwner', true, false),
      wereAssuming: both(debrief, 'wereAssuming', true, false),
      cause: both(debrief, 'cause', 'unclear-handoff', 'overload'),
      ...words(debrief, 'whoSaw', 'changesNow'),
    },
  },
};
