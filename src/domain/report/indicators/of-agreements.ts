import type { Asked as AskedFor } from '../../charter/agreement/agreement';
import type { CharterEvent } from '../../charter/events';
import type { AccountId, IssueKey } from '../../values';
import { defaultClocks, type Clocks } from '../../policy/clock-policy';
import { absenceOf, calendarOf, presenceOf, type WithPresence } from '../../team/presence';
import { sideOf } from '../../team/side';
import type { TeamId } from '../../team/team';
import { hoursBetween, instantOf, isBefore, later, msOf, type Instant, type TimeZone } from '../../time/time';
import { workingHoursBetween } from '../../time/working-hours';
import { wallTimeAt } from '../../time/zones';
import type { Happening, IndicatorId, RequestAsPut } from './indicators';

/** How long one provider was the one asked; their own issue may become known later and then speaks for all of it. */
interface Tenure {
  readonly accountId: AccountId;
  /** Their own, as Jira told it when they were asked. */
  readonly zone: TimeZone;
  /** The team that was asked, where one was. */
  readonly teamId: TeamId | undefined;
  issueKey: IssueKey | undefined;
}

interface TimeTaken {
  readonly from: Instant;
  readonly to: Instant;
}

interface Asked {
  tenure: Tenure;
  /** When the question that waits for an answer was put; null while none does. */
  waitingSince: Instant | null;
  /** The time of theirs it had taken when they asked back; null where they did not. */
  taken: TimeTaken | null;
  /** The request says what there is to start with. */
  inputs: boolean;
  /** Nobody has answered the request as it was first put. */
  untouched: boolean;
  isDelivered: boolean;
}

const tenureOf = ({
  providerAccountId,
  providerZone,
  team,
  providerIssueKey,
}: Partial<AskedFor> & Pick<AskedFor, 'providerAccountId' | 'providerZone'>): Tenure => ({
  accountId: providerAccountId,
  zone: providerZone,
  teamId: team?.id,
  issueKey: providerIssueKey,
});

/** What is known of people's time; where no clocks are known, those that hold where a policy decides nothing. */
export type TimedPolicy = WithPresence & { readonly clocks?: Pick<Clocks, 'calendar' | 'measure'> };

/** How a request was put that took this time to answer, and whether they were away then, as far as that is known. */
function requestAsPut(
  { tenure: { accountId, zone }, inputs }: Pick<Asked, 'tenure' | 'inputs'>,
  { from, to }: TimeTaken,
  policy: TimedPolicy | undefined,
  absencesSince: Instant | undefined,
): RequestAsPut {
  const clocks = policy?.clocks ?? defaultClocks;
  const calendar = calendarOf(accountId, { ...policy, clocks }, zone);
  const shown = instantOf(wallTimeAt(msOf(from), calendar.timeZone));
  const { on, datesShownTo } = presenceOf(policy).settings;
  // Not everybody who reads a figure may know who was away; a request's own day would say so.
  const knowsAway =
    on && datesShownTo === 'askers' && absencesSince !== undefined && !isBefore(from, absencesSince);
  return {
    on: shown.slice(0, 10),
    hour: Number(shown.slice(11, 13)),
    hours: clocks.measure === 'working' ? workingHoursBetween(from, to, calendar) : hoursBetween(from, to),
    inputs,
    ...(knowsAway && { away: absenceOf(accountId, policy, from) !== undefined }),
  };
}

/**
 * What a charter's history says of its handoffs: how long an answer took, whether the first request was enough, and
 * which deliveries came back. Agreements whose beginning is not in the history are left out.
 *
 * @param policy brings the teams of those who were asked, as they are now, and their hours
 * @param absencesSince since when every absence is kept; absent: of none is known who was away
 */
export function handoffHappenings(
  history: readonly CharterEvent[],
  policy: TimedPolicy | undefined,
  absencesSince?: Instant,
): readonly Happening[] {
  const agreements = new Map<string, Asked>();
  const found: (Omit<Happening, 'provider'> & { readonly tenure: Tenure })[] = [];
  const tell = (
    indicator: IndicatorId,
    { tenure }: Asked,
    at: Instant,
    value: number,
    put?: RequestAsPut,
  ): void => {
    found.push({ indicator, at, value, tenure, ...(put && { asked: put }) });
  };
  /** The first thing that decides whether the request was complete as it was put. */
  const judgeIntake = (asked: Asked, at: Instant, complete: boolean): void => {
    if (asked.untouched) tell('intake-completeness', asked, at, complete ? 1 : 0);
    asked.untouched = false;
  };
  const judgeLatency = (asked: Asked, at: Instant): void => {
    const time = asked.waitingSince === null ? asked.taken : { from: asked.waitingSince, to: at };
    if (time) {
      const put = requestAsPut(asked, time, policy, absencesSince);
      tell('acknowledgement-latency', asked, at, hoursBetween(time.from, time.to), put);
    }
    asked.waitingSince = null;
    asked.taken = null;
  };
  const judgeDelivery = (asked: Asked, at: Instant, cause: 'spec' | 'quality' | null): void => {
    if (asked.isDelivered) {
      tell('rework-rate', asked, at, cause === null ? 0 : 1);
      tell('rework-spec', asked, at, cause === 'spec' ? 1 : 0);
      tell('rework-quality', asked, at, cause === 'quality' ? 1 : 0);
    }
    asked.isDelivered = false;
  };

  for (const event of history) {
    const { at } = event;
    if (event.type === 'person-reached') {
      // What nobody had told them is not their time.
      for (const id of event.asks) {
        const asked = agreements.get(id);
        if (asked?.tenure.accountId !== event.accountId || asked.waitingSince === null) continue;
        asked.waitingSince = later(asked.waitingSince, event.reachedAt);
      }
      continue;
    }
    if (event.type === 'agreement-requested') {
      const tenure = tenureOf(event);
      agreements.set(event.agreementId, {
        tenure,
        waitingSince: at,
        taken: null,
        inputs: event.inputs !== undefined,
        untouched: true,
        isDelivered: false,
      });
      continue;
    }
    if (event.type === 'agreement-carried') {
      // It was asked for, and perhaps answered, at other work.
      const tenure = tenureOf(event);
      const waitingSince = event.promised ? null : at;
      agreements.set(event.agreementId, {
        tenure,
        waitingSince,
        taken: null,
        inputs: event.inputs !== undefined,
        untouched: false,
        isDelivered: false,
      });
      continue;
    }
    const asked = 'agreementId' in event ? agreements.get(event.agreementId) : undefined;
    if (!asked) continue;
    switch (event.type) {
      case 'agreement-acknowledged':
      case 'agreement-countered':
      case 'agreement-declined':
        judgeLatency(asked, at);
        judgeIntake(asked, at, event.type === 'agreement-acknowledged');
        break;
      case 'agreement-restated':
        judgeIntake(asked, at, false);
        asked.waitingSince = at;
        break;
      case 'more-asked':
        judgeIntake(asked, at, false);
        // From here on it is the asker's turn; an answer all the same took no longer than this.
        asked.taken = asked.waitingSince === null ? null : { from: asked.waitingSince, to: at };
        asked.waitingSince = null;
        break;
      case 'provider-replaced':
      case 'agreement-reassigned':
        asked.tenure = {
          accountId: event.providerAccountId,
          zone: event.providerZone,
          teamId: 'forTeam' in event ? asked.tenure.teamId : undefined,
          issueKey: undefined,
        };
        asked.waitingSince = at;
        break;
      case 'agreement-taken-over':
        asked.tenure = { ...asked.tenure, accountId: event.providerAccountId };
        break;
      case 'agreement-taken-on':
        if (asked.waitingSince !== null) asked.waitingSince = at;
        break;
      case 'agreement-settled':
      case 'agreement-taken-back':
      case 'agreement-withdrawn':
        asked.waitingSince = null;
        asked.isDelivered = false;
        break;
      case 'agreement-linked':
        asked.tenure.issueKey = event.providerIssueKey;
        break;
      case 'agreement-delivered':
        asked.isDelivered = true;
        break;
      case 'delivery-accepted':
        judgeDelivery(asked, at, null);
        break;
      case 'delivery-returned':
        judgeDelivery(asked, at, event.cause);
        break;
      default:
    }
  }
  return found.map(({ tenure, ...happening }) => ({ ...happening, provider: sideOf(tenure, policy) }));
}
