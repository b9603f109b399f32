import type { DriftSignal } from '../../domain/report/drift/drift';
import type { Reinforcement } from '../../domain/report/drift/reinforcements';
import {
  indicators,
  type IndicatorId,
  type Provider,
  type Unit,
} from '../../domain/report/indicators/indicators';
import type { IntakeField } from '../../domain/policy/policy';
import { plainWeek, type NameOf, type Reader } from './names';
import { demanded } from './policy-changes';

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (n: number): string => words[n] ?? String(n);
const counted = (n: number, unit: string): string => `${inWords(n)} ${unit}${n === 1 ? '' : 's'}`;

const DAY = 24;
/** From here on people speak of days. */
const SPOKEN_AS_DAYS = 1.5 * DAY;

const duration = (hours: number): string =>
  hours >= SPOKEN_AS_DAYS
    ? counted(Math.round(hours / DAY), 'day')
    : hours < 1
      ? 'less than an hour'
      : counted(Math.round(hours), 'hour');

/** `three days instead of one`; where days would sound alike, hours. */
function durations(now: number, before: number): string {
  const [days, daysBefore] = [now, before].map((hours) => Math.round(hours / DAY)) as [number, number];
  const inDays = now >= SPOKEN_AS_DAYS && daysBefore >= 1;
  if (inDays && days !== daysBefore) return `${counted(days, 'day')} instead of ${inWords(daysBefore)}`;
  if (inDays) return `${Math.round(now)} hours instead of ${Math.round(before)}`;
  return `${duration(now)} instead of ${duration(before)}`;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const perWeek = (n: number): string => (Number.isInteger(n) ? inWords(n) : n.toFixed(1));

const compared: Readonly<Record<Unit, (now: number, before: number) => string>> = {
  hours: durations,
  days: (now, before) => durations(now * DAY, before * DAY),
  share: (now, before) => `${percent(now)} instead of ${percent(before)}`,
  count: (now, before) => `${perWeek(now)} a week instead of ${perWeek(before)}`,
};

/** What is told of each indicator; `%` stands for the numbers, `@` for the other side of the handoff. */
const sentences: Readonly<Record<IndicatorId, string>> = {
  'acknowledgement-latency': 'Acknowledgements from @ take %',
  'intake-completeness': 'First requests to @ get a plain yes in % of cases',
  'rework-rate': 'Deliveries from @ come back in % of cases',
  'rework-spec': 'Deliveries from @ come back because of the request in % of cases',
  'rework-quality': 'Deliveries from @ come back because of the work in % of cases',
  'decision-cycle-time': 'Questions wait % for their decision',
  'escalation-frequency': 'People raise questions %',
  'delegation-durability': 'Ownership that ends has lasted %',
  'ownership-returns': 'Ownership is handed back %',
  'check-in-freshness': 'Check-ins are fresh on % of the work',
  'decisions-per-check-in': 'Check-ins bring a decision in % of cases',
  'gate-blocks': 'Moves the gate refused: %',
  'gate-unmet': 'Moves with unmet rules: %',
  'gate-bypasses': 'Moves around the gate: %',
  'first-owner': 'Work waits for its first owner %',
  'owner-stays': 'A name in the owner’s field has stayed %',
  'owner-dropped': 'Owners are taken away %',
  reopened: 'Work is reopened %',
};

/** The other side of a handoff, as it is spoken of. */
export const providerName = (provider: Provider, name: NameOf): string =>
  'projectKey' in provider ? `the ${provider.projectKey} team` : `the team of ${name(provider.accountId)}`;

/** One sentence with its numbers: what is now, what was, since when. */
export function wordInsight(
  {
    indicator,
    provider,
    now,
    before,
    since,
  }: Pick<DriftSignal, 'indicator' | 'provider' | 'now' | 'before' | 'since'>,
  { name, today }: Reader,
): string {
  const other = provider ? providerName(provider, name) : 'other teams';
  const numbers = compared[indicators[indicator].unit](now, before);
  const sentence = sentences[indicator].replace('@', () => other).replace('%', () => numbers);
  return `${sentence} since the week of ${plainWeek(since, today)}.`;
}

const asked: Readonly<Record<IntakeField, string>> = {
  inputs: 'Ask for what the provider gets to start with, in every request',
  impact: 'Ask for what stands still without it, in every request',
  providerIssueKey: 'Ask for the provider’s own work item, in every request',
};

/** What a button that offers the change says. */
export function wordReinforcement(change: Reinforcement): string {
  switch (change.kind) {
    case 'intake-added':
      return asked[change.field];
    case 'acknowledgement-hours':
      return change.to > change.from
        ? `Allow ${durations(change.to, change.from)} to acknowledge`
        : `Expect an acknowledgement within ${durations(change.to, change.from)}`;
    case 'rule': {
      const what = demanded[change.rule];
      const when = change.checkpoint === 'start' ? 'start' : 'finish';
      if (change.to === 'off') return `No longer ask, when work is about to ${when}, that ${what}`;
      return change.to === 'block'
        ? `Let work ${when} only once ${what}`
        : `Warn when work is about to ${when} before ${what}`;
    }
    case 'mode':
      if (change.to === 'observe') return 'Only record moves with unmet rules';
      return change.to === 'enforce'
        ? 'Refuse moves with unmet rules instead of commenting on them'
        : 'Comment on moves with unmet rules instead of only recording them';
  }
}
