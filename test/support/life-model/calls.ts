import type { Deal, Verb, Words } from './arrows';
import type { Life } from './model';

export interface Refused {
  readonly refused: string;
}

/** What the app says of one agreement, in the model's words. */
export type DealSeen = Deal & { readonly overdue: boolean };

export interface Answered {
  /** Everything, for people who see the work item. */
  readonly all?: {
    readonly owner: Life['owner'];
    readonly none: boolean;
    readonly deals: readonly DealSeen[];
    readonly start: string;
    readonly finish: string;
  };
  /** Their own agreement, for a provider who does not. */
  readonly one?: DealSeen;
}

/** The app as the model's commands drive it. */
export interface App {
  /** The work item whose life it is. */
  readonly issueKey: string;
  setTime(now: number): void;
  call(who: string, key: string, payload: Readonly<Record<string, unknown>>): Promise<Refused | Answered>;
  /** What happened how often, in a whole run. */
  readonly seen: Map<string, number>;
}

/** What the browser would send for a verb. */
function payloadOf(verb: Verb, words: Words, issueKey: string): object {
  const { agreementId, person, date, scope, flag, other, odd } = words;
  const reason = 'As it came';
  switch (verb) {
    case 'dri/nominate':
      return { accountId: person };
    case 'dri/decline':
      return { reason, ...(flag && { suggestedAccountId: person }) };
    case 'dri/accept':
    case 'dependencies/declare-none':
      return {};
    case 'agreement/request':
      return {
        providerAccountId: person,
        deliverable: scope,
        acceptance: 'It works',
        neededBy: date,
        ...(odd === 'own-issue' && { providerIssueKey: issueKey }),
        ...(odd === 'no-such-issue' && { providerIssueKey: 'EXP-999999' }),
      };
    case 'agreement/counter':
      return { agreementId, committedBy: date, reason, ...(flag && { deliverable: scope }) };
    case 'agreement/decline':
      return {
        agreementId,
        reason,
        ...(flag && { alternativeAccountId: person }),
        ...(other && { availableFrom: date }),
      };
    case 'agreement/restate':
      return {
        agreementId,
        ...(flag && { neededBy: date }),
        ...(other && { deliverable: scope }),
        ...(odd === 'answer' && { answer: 'In the cellar' }),
      };
    case 'agreement/reassign':
      return { agreementId, providerAccountId: person };
    case 'agreement/deliver':
      return { agreementId, evidence: 'It is there' };
    case 'agreement/return':
      return { agreementId, cause: flag ? 'spec' : 'quality', reason };
    case 'agreement/withdraw':
      return { agreementId, reason };
    case 'agreement/renegotiate':
      return { agreementId, committedBy: date, reason };
    case 'agreement/answer-renegotiation':
      return { agreementId, accept: flag };
    case 'agreement/acknowledge':
    case 'agreement/accept-counter':
    case 'agreement/accept-delivery':
      return { agreementId };
  }
}

/** Everything the model says of itself, in the shape of an answer. */
export const stateOf = (life: Life): NonNullable<Answered['all']> => ({
  owner: life.owner,
  none: life.noneBy !== null,
  deals: life.deals.map((deal) => dealOf(life, deal)),
  start: life.verdict('start'),
  finish: life.verdict('finish'),
});

/** Without keys that are undefined: there is nothing to tell of them. */
const dealOf = (life: Life, deal: Deal): DealSeen =>
  JSON.parse(JSON.stringify({ ...deal, overdue: life.overdue(deal) })) as DealSeen;

/** Makes one call of the app and of the model, and compares what comes of it. */
export async function live(life: Life, app: App, who: string, verb: Verb, words: Words): Promise<void> {
  const payload = { ...payloadOf(verb, words, app.issueKey) };
  const answer = await app.call(who, verb, payload);
  const refused = life.attempt(who, verb, words);
  const said = `${verb} ${refused ?? 'ok'}`;
  app.seen.set(said, (app.seen.get(said) ?? 0) + 1);
  if (refused !== null || 'refused' in answer) {
    expect([verb, who, payload, 'refused' in answer ? answer.refused : 'ok']).toEqual([
      verb,
      who,
      payload,
      refused ?? 'ok',
    ]);
    return;
  }
  const own = life.deals.find(({ id }) => id === words.agreementId);
  expect(answer).toEqual(answer.all ? { all: stateOf(life) } : { one: own && dealOf(life, own) });
}
