import { momentText } from '../../../src/contract/texts/dates';
import type { DriftView } from '../../../src/contract/drift';
import type { WeekFigures } from '../../../src/domain/report/accountability/week-figures';
import type { Instant, TimeZone } from '../../../src/domain/values';
import { passingPoints, wayOf, type SheetContent, type SheetNumber } from '../sheet/model/sheet';
import type { Translate } from '../../ui/text';
import { gotBetter, mostAtRisk, riskOf } from './model/at-risk';
import { headline, type Headline } from '../rows/headline';
import type { Row } from '../rows/row';

/** Items at risk that a meeting talks about; the report has the others. */
const MOST = 5;

/** What the report knows when its sheet is made. */
export interface ReportKnown {
  readonly projectKey: string;
  readonly rows: readonly Row[];
  readonly isDone: boolean;
  readonly quarter: readonly WeekFigures[] | null;
  readonly drift: DriftView | null;
  readonly now: Instant;
  readonly locale: string;
  readonly timeZone: TimeZone;
}

/** A project's report on one page. */
export function sheetOfReport(known: ReportKnown, t: Translate): SheetContent {
  const { rows, quarter, drift, now, locale, timeZone, isDone } = known;
  const figures = headline(rows);
  const signals = drift?.signals ?? [];
  const insights = (is: (change: string) => boolean): readonly string[] =>
    signals
      .filter(({ change }) => is(change))
      .map(({ insight, why, explanation }) =>
        explanation?.kind === 'explained' && why !== undefined ? `${insight} ${why}` : insight,
      );
  return {
    title: t('sheet.reportTitle', { project: known.projectKey }),
    about: aboutReport(figures, isDone, momentText(now, now, locale, timeZone), t),
    numbers: [passingOf(figures, t), unansweredOf(figures, t), looseningOf(drift, t)],
    points: quarter && isDone ? passingPoints(quarter, figures.passing, figures.items, now) : null,
    parts: [
      { heading: t('sheet.risk'), sentences: risks(rows, t) },
      { heading: t('sheet.loosens'), sentences: insights((change) => change !== 'tightening').slice(0, 2) },
      {
        heading: t('sheet.better'),
        sentences: [
          ...gotBetter(rows).map(({ item: { issueKey, summary } }) =>
            t('sheet.betterItem', { key: issueKey, summary }),
          ),
          ...insights((change) => change === 'tightening'),
        ].slice(0, 2),
      },
    ],
  };
}

const aboutReport = (figures: Headline, isDone: boolean, when: string, t: Translate): readonly string[] => [
  t('sheet.asOf', { count: figures.items, when }),
  ...(isDone ? [] : [t('sheet.soFar')]),
  t('sheet.test', { passing: figures.passing, items: figures.items - figures.notKnown }),
  t(figures.enforced ? 'sheet.held' : 'sheet.wouldBeHeld', { heldBack: figures.heldBack }),
  ...(figures.notKnown > 0 ? [t('sheet.notKnown', { count: figures.notKnown })] : []),
];

const moved = (now: number, before: number, known: number, t: Translate): string =>
  known === 0 ? '' : t('sheet.since', { way: wayOf(now, before), by: Math.abs(now - before) });

const passingOf = ({ passing, items, notKnown, lastWeek }: Headline, t: Translate): SheetNumber => ({
  label: t('sheet.passing'),
  number: t('sheet.partOf', { part: passing, whole: items - notKnown }),
  note: moved(passing, lastWeek.passing, lastWeek.known, t),
});

const unansweredOf = ({ promises, unanswered, lastWeek }: Headline, t: Translate): SheetNumber => ({
  label: t('sheet.unanswered'),
  number:
    promises === 0
      ? t('sheet.number', { count: 0 })
      : t('sheet.partOf', { part: unanswered, whole: promises }),
  note: moved(unanswered, lastWeek.unanswered, lastWeek.known, t),
});

function looseningOf(drift: DriftView | null, t: Translate): SheetNumber {
  const label = t('sheet.loosening');
  if (!drift) return { label, number: '–', note: '' };
  const { handoffs, measured } = drift;
  if (handoffs.all === 0 || measured.have < measured.need)
    return { label, number: '–', note: t('sheet.tooSoon') };
  return {
    label,
    number: t('sheet.partOf', { part: handoffs.loosening, whole: handoffs.all }),
    note: t('sheet.since', {
      way: wayOf(handoffs.loosening, handoffs.lastWeek),
      by: Math.abs(handoffs.loosening - handoffs.lastWeek),
    }),
  };
}

function risks(rows: readonly Row[], t: Translate): readonly string[] {
  const worst = mostAtRisk(rows).slice(0, MOST);
  if (worst.length === 0) return [t('sheet.nothing')];
  return worst.map((row) => {
    const { issueKey, summary, test } = row.item;
    const { told } = riskOf(row);
    const { owner, authority, dependencies } = test;
    const why =
      told.length > 0
        ? told.map(({ what }) => what).join(' ')
        : t('sheet.riskTest', { owner, authority, dependencies });
    return t('sheet.riskItem', { key: issueKey, summary, why });
  });
}
