import { texts } from '../../../texts/compiled/en/insights';
import type { Measure } from '../../domain/policy/clock-policy';
import type { DriftSignal } from '../../domain/report/drift/drift';
import type { Explanation } from '../../domain/report/drift/explain';
import type { Reinforcement } from '../../domain/report/drift/reinforcements';
import { indicators, type Unit } from '../../domain/report/indicators/indicators';
import { speak } from '../texts/message';
import { list, plainWeek, sideName, type Reader } from './names';
import { demanded } from './policy-changes';

const say = speak(texts);

const inWords = (n: number): string => say('amount.word', { n });
const counted = (n: number, unit: 'days' | 'hours'): string => say(`amount.${unit}`, { word: inWords(n), n });

const DAY = 24;
/** From here on people speak of days. */
const SPOKEN_AS_DAYS = 1.5 * DAY;

const duration = (hours: number): string =>
  hours >= SPOKEN_AS_DAYS
    ? counted(Math.round(hours / DAY), 'days')
    : hours < 1
      ? say('amount.underAnHour')
      : counted(Math.round(hours), 'hours');

/** `three days instead of one`; where days would sound alike, hours. */
function durations(now: number, before: number): string {
  const [days, daysBefore] = [now, before].map((hours) => Math.round(hours / DAY)) as [number, number];
  const inDays = now >= SPOKEN_AS_DAYS && daysBefore >= 1;
  if (inDays && days !== daysBefore) {
    return say('compared.durations', { now: counted(days, 'days'), before: inWords(daysBefore) });
  }
  if (inDays) return say('compared.hours', { now: Math.round(now), before: Math.round(before) });
  return say('compared.durations', { now: duration(now), before: duration(before) });
}

const percent = (share: number): number => Math.round(share * 100);
const perWeek = (n: number): string => (Number.isInteger(n) ? inWords(n) : n.toFixed(1));

const compared: Readonly<Record<Unit, (now: number, before: number) => string>> = {
  hours: durations,
  days: (now, before) => durations(now * DAY, before * DAY),
  share: (now, before) => say('compared.share', { now: percent(now), before: percent(before) }),
  count: (now, before) => say('compared.count', { now: perWeek(now), before: perWeek(before) }),
};

/** One sentence with its numbers: what is now, what was, since when. */
export const wordInsight = (
  {
    indicator,
    provider,
    now,
    before,
    since,
  }: Pick<DriftSignal, 'indicator' | 'provider' | 'now' | 'before' | 'since'>,
  { today }: Pick<Reader, 'today'>,
): string =>
  say(`insight.${indicator}`, {
    other: sideName(provider),
    numbers: compared[indicators[indicator].unit](now, before),
    week: plainWeek(since, today),
  });

/** One sentence on why answers take longer, as far as the requests themselves say. */
export function wordExplanation(explanation: Explanation, measure: Measure): string {
  switch (explanation.kind) {
    case 'too-few':
      return say('why.tooFew', { perWeek: explanation.perWeek.toFixed(1), need: inWords(explanation.need) });
    case 'none': {
      const tested = explanation.tested.map((cause) => say(`why.cause.${cause}`));
      return say('why.none', { count: tested.length, tested: list(tested) });
    }
    case 'explained': {
      const { split, concerned, others } = explanation;
      const numbers =
        measure === 'elapsed'
          ? durations(concerned.hours, others.hours)
          : say('why.workingHours', { now: Math.round(concerned.hours), before: Math.round(others.hours) });
      const figures = { numbers, n: concerned.requests, all: concerned.requests + others.requests };
      switch (split.cause) {
        case 'volume':
          return say('why.volume', { ...figures, perDay: inWords(split.perDay) });
        case 'weekday':
          return say('why.weekday', { ...figures, days: split.days.join('') });
        case 'hour':
          return say('why.hour', { ...figures, from: split.from });
        case 'inputs':
          return say('why.inputs', figures);
        case 'absence':
          return say('why.absence', figures);
      }
    }
  }
}

/** What a button that offers the change says. */
export function wordReinforcement(change: Reinforcement): string {
  switch (change.kind) {
    case 'intake-added':
      return say(`offer.intake.${change.field}`);
    case 'acknowledgement-hours':
      return say(change.to > change.from ? 'offer.moreHours' : 'offer.fewerHours', {
        durations: durations(change.to, change.from),
      });
    case 'rule': {
      const { to, checkpoint: when, rule } = change;
      return say('offer.rule', { to, when, demanded: demanded(rule) });
    }
    case 'mode':
      return say(`offer.mode.${change.to}`);
  }
}
