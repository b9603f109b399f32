import Button from '@atlaskit/button/default/button';
import type { DriftAnswer } from '../../../src/contract/indicators';
import { Text, useText } from '../../ui/text';
import type { Headline } from '../rows/headline';
import type { Loaded } from './model/load';
import { initialView, type ViewState } from '../view/view-state';

type Filter = Pick<ViewState, 'light' | 'finding'>;

/** The report in three numbers, each with what it means and the way to the items behind it. */
export function Figures({
  headline,
  answerWithin,
  drift,
  isPartial,
  onShow,
}: {
  headline: Headline;
  /** The time the policy gives to answer a request. */
  answerWithin: Loaded['answerWithin'];
  /** What drifts, once that is known. */
  drift: DriftAnswer | null;
  /** Not everything is loaded yet: the numbers speak of what is. */
  isPartial: boolean;
  onShow: (filter: Partial<ViewState>) => void;
}) {
  const { notKnown, passing, promises, unacknowledged, unanswered, heldBack, enforced, lastWeek } = headline;
  // Of what Holdfast may not see the report says neither that it passes nor that it does not.
  const items = headline.items - notKnown;
  const t = useText();
  const kind = headline.epics ? 'epics' : 'items';
  const show = (filter: Partial<Filter>) => () => onShow({ ...initialFilter, ...filter });
  return (
    <section className="hf-report-figures" aria-label={t('report.figuresLabel')}>
      <Figure
        number={t('report.figureOf', { part: passing, whole: items })}
        text={<Text id="report.figurePassing" values={{ kind, count: items }} />}
        before={lastWeek.known > 0 ? { count: lastWeek.passing, of: lastWeek.known, all: items } : null}
        isPartial={isPartial}
        action={passing < items ? t('report.showAtRisk', { count: items - passing }) : null}
        onAction={show({ light: 'at-risk' })}
      />
      <Figure
        number={
          promises === 0
            ? t('report.figureNumber', { count: 0 })
            : t('report.figureOf', { part: unanswered, whole: promises })
        }
        text={
          promises === 0 || !answerWithin ? (
            <Text id="report.figureNoPromises" />
          ) : (
            <Text id="report.figureUnanswered" values={{ count: promises, ...answerWithin }} />
          )
        }
        before={
          promises > 0 && lastWeek.known > 0
            ? { count: lastWeek.unanswered, of: lastWeek.known, all: items }
            : null
        }
        isPartial={isPartial}
        action={unacknowledged > 0 ? t('report.showUnacknowledged', { count: unacknowledged }) : null}
        onAction={show({ finding: 'unacknowledged' })}
      />
      {drift && mayTell(drift) ? (
        <Figure
          number={t('report.figureNumber', { count: drift.handoffs.loosening })}
          text={<Text id="report.figureLoosening" values={{ count: drift.handoffs.loosening }} />}
          before={{ count: drift.handoffs.lastWeek, of: 0, all: 0 }}
          isPartial={!drift.complete}
          action={drift.handoffs.loosening > 0 ? t('report.showLoosening') : null}
          onAction={() => document.getElementById('hf-drift')?.focus()}
        />
      ) : (
        <Figure
          number={t('report.figureNumber', { count: heldBack })}
          text={
            <Text
              id={enforced ? 'report.figureBlocked' : 'report.figureWouldBeBlocked'}
              values={{ kind, count: heldBack }}
            />
          }
          before={null}
          isPartial={isPartial}
          action={heldBack > 0 ? t('report.showBlocked') : null}
          onAction={show({ finding: 'blocking' })}
        />
      )}
    </section>
  );
}

/** Whether a handoff has weeks enough for its drift to be told from chance. */
const mayTell = ({ handoffs, measured }: DriftAnswer): boolean =>
  handoffs.all > 0 && measured.have >= measured.need;

/** Nothing left out. */
export const initialFilter = { light: initialView.light, finding: initialView.finding, search: '' };

function Figure({
  number,
  text,
  before,
  isPartial,
  action,
  onAction,
}: {
  number: string;
  text: React.ReactNode;
  /** The same number a week ago, and how many of all items it speaks of; null where it is not known. */
  before: { readonly count: number; readonly of: number; readonly all: number } | null;
  isPartial: boolean;
  action: string | null;
  onAction: () => void;
}) {
  return (
    <div className="hf-card hf-figure">
      <p>
        <span className="hf-figure-number">
          {number}
          {isPartial && (
            <>
              {' '}
              <span className="hf-subtle">
                <Text id="report.soFar" />
              </span>
            </>
          )}
        </span>{' '}
        <span className="hf-subtle">{text}</span>
        {before !== null && (
          <>
            {' '}
            <span className="hf-line hf-subtle hf-small">
              <Text
                id={before.of < before.all ? 'report.weekAgoOf' : 'report.weekAgo'}
                values={{ count: before.count, known: before.of }}
              />
            </span>
          </>
        )}
      </p>
      {action !== null && (
        <span className="hf-figure-action">
          <Button spacing="compact" onClick={onAction}>
            {action}
          </Button>
        </span>
      )}
    </div>
  );
}
