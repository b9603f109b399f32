import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import { router } from '@forge/bridge';
import Button from '@atlaskit/button/default/button';
import type { ReportItem } from '../../../src/contract/answers';
import type { ReportAct } from '../../../src/contract/report-acts';
import { IssueLink } from '../../ui/issue-link';
import { isLapsed } from '../../ui/licence';
import type { People } from '../../ui/person';
import { PartBoundary } from '../../ui/part-boundary';
import { StateWord } from '../../ui/state-word';
import { SkeletonLines } from '../../ui/skeleton';
import { Text, useText, type PlainTextId } from '../../ui/text';
import type { Row } from '../rows/row';
import { mostAtRisk, riskOf } from './model/at-risk';

const RowAct = lazy(() => import('../items/acts/row-act').then((file) => ({ default: file.RowAct })));

const actText: Readonly<Record<ReportAct, PlainTextId>> = {
  nominate: 'report.riskNominate',
  remind: 'report.riskRemind',
  review: 'report.riskOpen',
  vital: 'report.riskOpen',
};

/** The items most at risk, each a sentence with what to do about it. */
export function AtRisk({
  rows,
  isDone,
  onDone,
  children,
}: {
  rows: readonly Row[];
  /** Everything is loaded: what is shown is all there is. */
  isDone: boolean;
  onDone: (items: readonly ReportItem[], people: People) => void;
  /** What can be done with the report as a whole, beside the heading. */
  children: ReactNode;
}) {
  const shown = useMemo(() => mostAtRisk(rows), [rows]);
  const count = useMemo(() => rows.filter(({ item }) => item.atRisk).length, [rows]);
  return (
    <section aria-labelledby="hf-at-risk">
      <div className="hf-tile-head">
        <h2 id="hf-at-risk" className="hf-heading" tabIndex={-1}>
          <Text
            id="report.riskHeading"
            values={{ count, shown: shown.length, more: count > shown.length ? 'yes' : 'no' }}
          />
        </h2>
        {children}
      </div>
      {shown.length === 0 && isDone && (
        <p>
          <Text id="report.riskNone" values={{ count: rows.length }} />
        </p>
      )}
      <ul className="hf-risks">
        {shown.map((row) => (
          <Risk key={row.item.issueKey} row={row} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}

function Risk({ row, onDone }: { row: Row; onDone: (items: readonly ReportItem[], people: People) => void }) {
  const t = useText();
  const { issueKey, summary, test, vital } = row.item;
  const { told, more, act: offered } = riskOf(row);
  const act = isLapsed() ? undefined : offered;
  const [asking, setAsking] = useState(false);
  const open = (): void => void router.navigate(`/browse/${issueKey}`).catch(() => undefined);
  const verb = t(act ? actText[act] : 'report.riskOpen');
  return (
    <li className="hf-risk">
      <div className="hf-risk-line">
        <p className="hf-risk-words">
          <IssueLink issueKey={issueKey} /> <b className="hf-medium">{summary}</b>
          {vital && (
            <>
              {' '}
              <StateWord tone="good">{t('report.vital')}</StateWord>
            </>
          )}
          <span className="hf-line hf-subtle">
            {told.length > 0 ? (
              told.map(({ what }) => what).join(' ')
            ) : (
              <Text
                id="report.riskTest"
                values={{ owner: test.owner, authority: test.authority, dependencies: test.dependencies }}
              />
            )}
            {more > 0 && (
              <>
                {' '}
                <Text id="report.riskMore" values={{ count: more }} />
              </>
            )}
          </span>
        </p>
        <Button
          spacing="compact"
          aria-label={t('report.riskActOn', { verb, key: issueKey })}
          {...(act && { 'aria-expanded': asking })}
          onClick={act ? () => setAsking(!asking) : open}
        >
          {verb}
        </Button>
      </div>
      {act && asking && (
        <PartBoundary>
          <Suspense fallback={<SkeletonLines lines={2} />}>
            <RowAct row={row} act={act} onDone={onDone} onLeave={() => setAsking(false)} />
          </Suspense>
        </PartBoundary>
      )}
    </li>
  );
}
