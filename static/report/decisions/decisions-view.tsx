import { useMemo, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { utcDate } from '../../../src/domain/time/time';
import {
  DECISION_FILTERS,
  inRegisterOrder,
  type DecisionFilter,
} from '../../../src/domain/decisions/register';
import { LoadProblem } from '../../ui/call-problem';
import { Choice } from '../../ui/choice';
import { download } from '../../ui/download';
import { EmptyState } from '../../ui/empty-state';
import { SkeletonLines } from '../../ui/skeleton';
import { NowProvider, useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { projectKeyOf } from '../project';
import './texts';
import { DecisionTable } from './decision-table';
import { Memo } from './memo';
import { useDecisions } from './use-decisions';
import { csvOf } from './words';

/** Every question across a project's work items, with who decides by when, and what was decided. */
export function DecisionsView() {
  const t = useText();
  const { extension } = useSurroundings();
  const [filter, setFilter] = useState<DecisionFilter>('all');
  const [attempt, setAttempt] = useState(0);
  const [isPrinting, setPrinting] = useState(false);
  const { lines: found, titles, people, now, state } = useDecisions(filter, attempt);
  const lines = useMemo(() => inRegisterOrder(found), [found]);
  const projectKey = projectKeyOf(extension);
  const table = <DecisionTable lines={lines} titles={titles} people={people} />;
  const overdue = lines.filter((line) => line.state === 'overdue').length;
  const waiting = overdue + lines.filter((line) => line.state === 'open').length;
  const save = () => {
    const day = now === null ? '' : `-${utcDate(now)}`;
    download(`decisions-${projectKey}${day}.csv`, csvOf(lines, titles, people, t), 'csv');
  };
  return (
    <NowProvider value={now}>
      <section className="hf-report" aria-labelledby="hf-decisions">
        <div>
          <h2 id="hf-decisions" className="hf-heading">
            <Text id="decisions.heading" />
          </h2>
          <p className="hf-subtle">
            <Text id="decisions.intro" />
          </p>
        </div>
        <div className="hf-report-toolbar">
          <Choice
            label={t('decisions.show')}
            value={filter}
            options={DECISION_FILTERS.map((value) => ({
              value,
              label: t('decisions.filter', { filter: value }),
            }))}
            onChange={setFilter}
          />
          <Inline space="space.100" shouldWrap>
            <Button isDisabled={lines.length === 0} onClick={save}>
              {t('decisions.export')}
            </Button>
            <Button isDisabled={lines.length === 0} onClick={() => setPrinting(true)}>
              {t('decisions.print')}
            </Button>
          </Inline>
        </div>
        {typeof state === 'object' && (
          <LoadProblem problem={state} onRetry={() => setAttempt((before) => before + 1)} />
        )}
        {state === 'loading' && lines.length === 0 && (
          <div role="status" aria-label={t('decisions.loading')}>
            <SkeletonLines lines={6} />
          </div>
        )}
        {lines.length > 0 && (
          <p role="status">
            <Text id="decisions.summary" values={{ count: lines.length, waiting, overdue }} />{' '}
            {state === 'loading' && (
              <span className="hf-subtle">
                <Text id="decisions.more" />
              </span>
            )}
          </p>
        )}
        {lines.length > 0 && table}
        {lines.length === 0 && state === 'done' && (
          <EmptyState title={t('decisions.emptyTitle')}>
            <Text id="decisions.emptyBody" />
          </EmptyState>
        )}
        {isPrinting && (
          <Memo projectKey={projectKey} now={now} onDone={() => setPrinting(false)}>
            {table}
          </Memo>
        )}
      </section>
    </NowProvider>
  );
}
