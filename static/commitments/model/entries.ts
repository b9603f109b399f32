import type { CommitmentEntry } from '../../../src/contract/answers';
import type { AnswerCall } from '../../../src/contract/answer-calls';
import { emptyCharter } from '../../../src/domain/charter/charter';
import type { AccountId, Instant, IsoDate } from '../../../src/domain/values';
import { offersForAgreement, type AgreementOffers } from '../../agreement-forms/model/agreement-offers';
import type { CommandContext } from '../../agreement-forms/model/command-context';
import type { AgreementStep } from '../../agreement-forms/model/agreement-steps';
import type { People } from '../../ui/person';

export interface Reader {
  readonly accountId: AccountId;
  readonly people: People;
  readonly now: Instant;
}

const nothing: AgreementOffers = { now: [], also: [], asked: false };

/** What waits for the owner, and while the owner is missing for whoever stands behind the work. */
const OWNERS: readonly CommitmentEntry['duty'][] = [
  'answer-counter',
  'answer-date',
  'answer-link',
  'accept-delivery',
  'answer-question',
  'ask-again',
  'ask-another',
  'settle',
];

/** The work as it looks to a reader of whom one of these is asked: they own it, or stand behind it. */
const behind = ({ dri, duty }: CommitmentEntry, reader: AccountId, now: Instant) => ({
  ...(dri
    ? { dri: { ...dri, nominatedBy: reader, nominatedAt: '' } }
    : { vacancy: { since: now, sponsor: reader } }),
  ...(duty === 'settle' && { finishedAt: now }),
});

/** What the domain decides on for a line. Of the charter around its agreement only the DRI decides, so it holds no more. */
export function contextOf(entry: CommitmentEntry, { accountId, people, now }: Reader): CommandContext {
  const { agreement, dri, duty, item } = entry;
  const charter = {
    ...emptyCharter,
    dri: dri ? { ...dri, nominatedBy: '', nominatedAt: '' } : null,
    agreements: agreement ? [agreement] : [],
    ...(OWNERS.includes(duty) && behind(entry, accountId, now)),
  };
  return {
    charter,
    people,
    me: { accountId, canEdit: false },
    item: { issueKey: '', ...(item && { status: item.status }) },
    now,
  };
}

/** What the reader may do with the agreement of a line. */
export const offersFor = (entry: CommitmentEntry, reader: Reader): AgreementOffers =>
  entry.agreement ? offersForAgreement(contextOf(entry, reader), entry.agreement) : nothing;

/** A line that can be answered with a yes alone. */
export interface QuickAnswer {
  readonly verb:
    | 'acknowledge'
    | 'confirm'
    | 'take-on'
    | 'accept-counter'
    | 'accept-date'
    | 'accept-delivery'
    | 'accept-nomination';
  readonly call: AnswerCall;
  readonly input: Readonly<Record<string, unknown>>;
}

const quick: { readonly [S in AgreementStep]?: QuickAnswer } = {
  acknowledge: { verb: 'acknowledge', call: 'agreement/acknowledge', input: {} },
  confirm: { verb: 'confirm', call: 'agreement/confirm', input: { onTrack: true } },
  'take-on': { verb: 'take-on', call: 'agreement/take-on', input: {} },
  'accept-counter': { verb: 'accept-counter', call: 'agreement/accept-counter', input: {} },
  'accept-date': { verb: 'accept-date', call: 'agreement/answer-renegotiation', input: { accept: true } },
  'accept-delivery': { verb: 'accept-delivery', call: 'agreement/accept-delivery', input: {} },
};

/** The yes to a line, where a yes is what it waits for and it may be given; null where words are needed. */
export function quickAnswer(entry: CommitmentEntry, reader: Reader): QuickAnswer | null {
  if (entry.duty === 'accept-nomination') {
    return { verb: 'accept-nomination', call: 'dri/accept', input: {} };
  }
  const [first] = offersFor(entry, reader).now;
  return (first && quick[first.kind]) ?? null;
}

/** Duties that are answered by one form; where there is a choice, the line stands open with its buttons. */
const ONE_FORM = ['decide', 'check-in', 'answer-gap', 'deliver', 'settle'] as const;

/** The form that answers a line; null where a yes is enough, or the reader has a choice. */
export function onlyForm(entry: CommitmentEntry, reader: Reader): (typeof ONE_FORM)[number] | null {
  const form = ONE_FORM.find((one) => one === entry.duty) ?? null;
  const isStep = form === 'deliver' || form === 'settle';
  const isOffered = !isStep || offersFor(entry, reader).now.some(({ kind }) => kind === form);
  return isOffered ? form : null;
}

/** Whether there is more than one line to answer with others. */
export const canAnswerSeveral = (entries: readonly CommitmentEntry[], reader: Reader): boolean =>
  entries.filter((entry) => quickAnswer(entry, reader)).length > 1;

/** For so long after work is finished its promises are asked about in plain sight. */
const SETTLING_MS = 14 * 86_400_000;

/** Lines of work that goes on, and those of work items that Jira says are done: kept, but out of the way. */
export function byProgress(
  entries: readonly CommitmentEntry[],
  now: Instant,
): {
  readonly active: readonly CommitmentEntry[];
  readonly done: readonly CommitmentEntry[];
} {
  const isDone = ({ duty, item, since }: CommitmentEntry): boolean =>
    duty === 'settle' ? Date.parse(now) - Date.parse(since) > SETTLING_MS : item?.status.category === 'done';
  return { active: entries.filter((entry) => !isDone(entry)), done: entries.filter(isDone) };
}

/** What a line is called when it is spoken of out of its place. */
export const nameOfEntry = ({ agreement, gap, item, question }: CommitmentEntry): string =>
  agreement?.deliverable ?? question?.text ?? gap?.text ?? item?.summary ?? '';

/** The line whose day comes next, from `today` on. */
export const nextDue = (entries: readonly CommitmentEntry[], today: IsoDate): CommitmentEntry | undefined =>
  entries
    .filter(({ dueOn }) => dueOn !== undefined && dueOn >= today)
    .sort((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''))[0];
