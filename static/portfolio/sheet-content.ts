import { momentText } from '../../src/contract/texts/dates';
import { sumOfWeeks } from '../../src/domain/report/accountability/week-figures';
import { byRisk } from '../../src/domain/report/accountability/risk';
import type { Instant, TimeZone } from '../../src/domain/values';
import { passingPoints, wayOf, type SheetContent, type SheetNumber } from '../report/sheet/model/sheet';
import type { Translate } from '../ui/text';
import { sumsOf, type Sums } from './model/groups';
import { mayTell, type Line } from './model/load';
import { worstText } from './words';

/** What the portfolio knows when its sheet is made. */
export interface PortfolioKnown {
  readonly lines: readonly Line[];
  readonly isDone: boolean;
  readonly now: Instant;
  /** Which projects and items, in words. */
  readonly scope: string;
  readonly locale: string;
  readonly timeZone: TimeZone;
}

/** The portfolio on one page. */
export function sheetOfPortfolio(known: PortfolioKnown, t: Translate): SheetContent {
  const { lines, isDone, now, scope, locale, timeZone } = known;
  const sums = sumsOf(lines);
  const weeks = isDone ? sumOfWeeks(lines.map(({ shared, own }) => (shared ?? own).weeks)) : [];
  const lastWeek = weeks.at(-1);
  const moved = (count: number, before: number | undefined): string =>
    before === undefined
      ? ''
      : t('sheet.sinceWeek', { way: wayOf(count, before), by: Math.abs(count - before) });
  return {
    title: t('sheet.portfolioTitle'),
    about: [
      scope,
      t('sheet.projects', { count: lines.length }),
      t('sheet.asOf', { count: sums.items, when: momentText(now, now, locale, timeZone) }),
      ...(isDone ? [] : [t('sheet.soFar')]),
      ...sentences(sums, t),
    ],
    numbers: [
      {
        label: t('sheet.passing'),
        number: t('sheet.partOf', { part: sums.passing, whole: sums.items - sums.notKnown }),
        note: moved(sums.passing, lastWeek?.passing),
      },
      {
        label: t('sheet.unanswered'),
        number: t('sheet.number', { count: sums.unanswered }),
        note: moved(sums.unanswered, lastWeek?.unanswered),
      },
      loosening(lines, t),
    ],
    points: weeks.length > 0 ? passingPoints(weeks, sums.passing, sums.items, now) : null,
    parts: [{ heading: t('sheet.riskProjects'), sentences: worst(lines, t) }],
  };
}

const sentences = (sums: Sums, t: Translate): readonly string[] => [
  t('sheet.test', { passing: sums.passing, items: sums.items - sums.notKnown }),
  t('sheet.rest', { overdue: sums.overdue, offTrack: sums.offTrack, decisions: sums.decisionsDue }),
  ...(sums.notKnown > 0 ? [t('sheet.notKnown', { count: sums.notKnown })] : []),
];

function loosening(lines: readonly Line[], t: Translate): SheetNumber {
  const told = lines.flatMap(({ drift, isJudged }) => (drift && isJudged && mayTell(drift) ? [drift] : []));
  const label = t('sheet.loosening');
  if (told.length === 0) return { label, number: '–', note: t('sheet.tooSoon') };
  const part = told.reduce((sum, one) => sum + one.loosening, 0);
  const whole = told.reduce((sum, one) => sum + one.all, 0);
  return { label, number: t('sheet.partOf', { part, whole }), note: '' };
}

/** The projects with the item most at risk first; the page has room for some. */
function worst(lines: readonly Line[], t: Translate): readonly string[] {
  const told = lines.flatMap(({ project, own: { worst: item } }) => (item ? [{ project, item }] : []));
  if (told.length === 0) return [t('sheet.nothing')];
  return told
    .sort((a, b) => byRisk(a.item, b.item))
    .map(({ project, item }) =>
      t('sheet.riskProject', {
        project: project.name,
        key: item.issueKey,
        summary: item.summary,
        why: worstText(item, t),
      }),
    );
}
