import type { ReactNode } from 'react';
import Button from '@atlaskit/button/default/button';
import type { DriftView } from '../../../src/contract/drift';
import type { WeekFigures } from '../../../src/domain/report/accountability/week-figures';
import { Sparkline } from '../../ui/sparkline';
import { Text, useText } from '../../ui/text';
import type { Headline } from '../rows/headline';
import { initialFilter, type ViewState } from '../view/view-state';
import type { Loaded } from './model/load';

/** The report in three numbers, always the same three: each with its quarter, and how it moved since last week. */
export function Tiles({
  headline,
  answerWithin,
  drift,
  quarter,
  isPartial,
  onShow,
}: {
  headline: Headline;
  /** The time the policy gives to answer a request. */
  answerWithin: Loaded['answerWithin'];
  /** What drifts, once that is known. */
  drift: DriftView | null;
  /** The weeks of the quarter that are over; null until they are known. */
  quarter: readonly WeekFigures[] | null;
  /** Not everything is loaded yet: the numbers speak of what is. */
  isPartial: boolean;
  onShow: (filter: Partial<ViewState>) => void;
}) {
  const t = useText();
  const { notKnown, passing, promises, unanswered, unacknowledged, lastWeek } = headline;
  // Of what Holdfast may not see the report says neither that it passes nor that it does not.
  const items = headline.items - notKnown;
  const line = (of: (week: WeekFigures) => number, now: number): readonly number[] | null =>
    quarter === null || isPartial ? null : [...quarter.map(of), now];
  const since = (now: number, before: number): Since => ({ now, before, of: lastWeek.known, all: items });
  return (
    <section className="hf-report-tiles" aria-label={t('report.figuresLabel')}>
      <Tile
        label={t('report.tilePassing')}
        help={t('report.testExplained')}
        number={t('report.figureOf', { part: passing, whole: items })}
        line={line((week) => week.passing, passing)}
        since={lastWeek.known > 0 ? since(passing, lastWeek.passing) : null}
        isPartial={isPartial}
        onShow={passing < items ? () => onShow({ ...initialFilter, light: 'at-risk' }) : null}
      />
      <Tile
        label={t('report.tileUnanswered')}
        help={answerWithin ? t('report.tileUnansweredHelp', { ...answerWithin }) : ''}
        number={
          promises === 0
            ? t('report.figureNumber', { count: 0 })
            : t('report.figureOf', { part: unanswered, whole: promises })
        }
        line={line((week) => week.unanswered, unanswered)}
        since={lastWeek.known > 0 ? since(unanswered, lastWeek.unanswered) : null}
        isPartial={isPartial}
        onShow={unacknowledged > 0 ? () => onShow({ ...initialFilter, finding: 'unacknowledged' }) : null}
      />
      <LooseningTile drift={drift} />
    </section>
  );
}

function LooseningTile({ drift }: { drift: DriftView | null }) {
  const t = useText();
  const told = drift && mayTell(drift) ? drift.handoffs : null;
  return (
    <Tile
      label={t('report.tileLoosening')}
      help={t('report.tileLooseningHelp')}
      number={told ? t('report.figureOf', { part: told.loosening, whole: told.all }) : '–'}
      line={told && told.line}
      since={told && { now: told.loosening, before: told.lastWeek, of: 0, all: 0 }}
      note={drift && !told ? <Text id="report.tileTooSoon" values={{ ...drift.measured }} /> : undefined}
      isPartial={false}
      onShow={told && told.loosening > 0 ? () => document.getElementById('hf-drift')?.focus() : null}
    />
  );
}

/** Whether a handoff has weeks enough for its drift to be told from chance. */
const mayTell = ({ handoffs, measured }: DriftView): boolean =>
  handoffs.all > 0 && measured.have >= measured.need;

/** A number now and a week ago, and of how many of all items the latter speaks. */
interface Since {
  readonly now: number;
  readonly before: number;
  readonly of: number;
  readonly all: number;
}

const wayOf = ({ now, before }: Since): 'same' | 'more' | 'fewer' =>
  now === before ? 'same' : now > before ? 'more' : 'fewer';

function Tile({
  label,
  help,
  number,
  line,
  since,
  note,
  isPartial,
  onShow,
}: {
  label: string;
  /** What the number counts. */
  help: string;
  number: string;
  line: readonly number[] | null;
  /** Null where last week is not known. */
  since: Since | null;
  /** In place of what moved since last week. */
  note?: ReactNode;
  isPartial: boolean;
  /** The way to what is behind the number; null where there is nothing. */
  onShow: (() => void) | null;
}) {
  const t = useText();
  return (
    <div className="hf-card hf-tile">
      <div className="hf-tile-head">
        <h2 className="hf-tile-label" title={help}>
          {label}
        </h2>
        {onShow && (
          <Button
            appearance="subtle"
            spacing="compact"
            aria-label={t('report.showBehind', { what: label })}
            onClick={onShow}
          >
            {t('report.show')}
          </Button>
        )}
      </div>
      <div className="hf-tile-body">
        <p className="hf-figure-number">
          {number}
          {isPartial && (
            <span className="hf-subtle hf-small">
              {' '}
              <Text id="report.soFar" />
            </span>
          )}
        </p>
        <Sparkline values={line} />
      </div>
      <p className="hf-subtle hf-small hf-tile-since">
        {note ??
          (since && (
            <>
              <Text
                id="report.sinceLastWeek"
                values={{ way: wayOf(since), by: Math.abs(since.now - since.before) }}
              />
              {since.of < since.all && <Text id="report.sinceOf" values={{ known: since.of }} />}
            </>
          ))}
      </p>
      <p className="hf-visually-hidden">{help}</p>
    </div>
  );
}
