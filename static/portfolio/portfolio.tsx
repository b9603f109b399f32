import { lazy, Suspense, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { Choice } from '../ui/choice';
import { LoadProblem } from '../ui/call-problem';
import { download } from '../ui/download';
import { EmptyState } from '../ui/empty-state';
import { PartBoundary } from '../ui/part-boundary';
import { NowProvider, useToday } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import { csvOf } from './csv';
import { groupsOf } from './model/groups';
import { hasWork, type Line, type Loaded } from './model/load';
import { GROUPINGS, scopeQuery, type PortfolioView } from './model/view';
import { LineTable } from './line-table';
import { Progress } from './progress';
import { ScopeForm } from './scope-form';
import { LinesSkeleton } from './skeleton';
import { Summary } from './summary';
import { usePortfolio } from './use-portfolio';
import { groupText } from './words';

const PortfolioSheet = lazy(() =>
  import('./portfolio-sheet').then((file) => ({ default: file.PortfolioSheet })),
);
const Printed = lazy(() => import('./printed').then((file) => ({ default: file.Printed })));

/** The portfolio of a view: what it comes to, and a line for each project. */
export function Portfolio({
  view,
  onChange,
}: {
  view: PortfolioView;
  onChange: (change: Partial<PortfolioView>) => void;
}) {
  const { loaded, refresh } = usePortfolio(view.scope);
  const { lines, state } = loaded;
  const isWrong = state.kind === 'failed' && state.problem.field === 'scope.jql';
  const isSheet = view.sheet && lines.length > 0 && loaded.now !== null;
  return (
    <div className="hf-portfolio">
      <Stack space="space.200">
        {!isSheet && (
          <ScopeForm
            key={scopeQuery(view)}
            scope={view.scope}
            lines={lines}
            problem={isWrong ? state.problem : null}
            onChange={(scope) => onChange({ scope })}
          />
        )}
        {state.kind === 'failed' && !isWrong && <LoadProblem problem={state.problem} onRetry={refresh} />}
        {lines.length === 0 && state.kind === 'loading' && <LinesSkeleton />}
        {lines.length === 0 && state.kind === 'done' && <NoProjects />}
        {lines.length > 0 && loaded.now !== null && (
          <NowProvider value={loaded.now}>
            {isSheet ? (
              <PartBoundary>
                <Suspense fallback={<LinesSkeleton />}>
                  <PortfolioSheet
                    loaded={loaded}
                    scope={view.scope}
                    onBack={() => onChange({ sheet: false })}
                  />
                </Suspense>
              </PartBoundary>
            ) : (
              <Shown loaded={loaded} view={view} onChange={onChange} onRefresh={refresh} />
            )}
          </NowProvider>
        )}
      </Stack>
    </div>
  );
}

function NoProjects() {
  const t = useText();
  return (
    <EmptyState title={t('portfolio.emptyTitle')}>
      <Text id="portfolio.emptyBody" />
    </EmptyState>
  );
}

function Shown({
  loaded,
  view,
  onChange,
  onRefresh,
}: {
  loaded: Loaded;
  view: PortfolioView;
  onChange: (change: Partial<PortfolioView>) => void;
  onRefresh: () => void;
}) {
  const t = useText();
  const today = useToday();
  const [printing, setPrinting] = useState(false);
  const isDone = loaded.state.kind === 'done';
  // While pages come, every project keeps its place; at the end those without work are one sentence.
  const lines = isDone ? loaded.lines.filter(hasWork) : loaded.lines;
  const idle = isDone ? loaded.lines.filter((line) => !hasWork(line)) : [];
  const groups = groupsOf(lines, view.group);
  return (
    <>
      <Summary lines={lines} />
      <Inline space="space.100" alignBlock="end" shouldWrap>
        <Choice
          label={t('portfolio.group')}
          value={view.group}
          options={GROUPINGS.map((group) => ({ value: group, label: t(groupText[group]) }))}
          onChange={(group) => onChange({ group })}
        />
        <Button onClick={() => download(`portfolio-${today}.csv`, csvOf(groups, t), 'csv')}>
          {t('portfolio.csv')}
        </Button>
        <Button isDisabled={printing} onClick={() => setPrinting(true)}>
          {t('portfolio.print')}
        </Button>
        <Button onClick={() => onChange({ sheet: true })}>{t('portfolio.sheet')}</Button>
        <Button appearance="subtle" isDisabled={loaded.state.kind === 'loading'} onClick={onRefresh}>
          {t('portfolio.refresh')}
        </Button>
      </Inline>
      <Progress loaded={loaded} />
      {lines.length === 0 ? <NoWork /> : <LineTable groups={groups} by={view.group} />}
      {idle.length > 0 && lines.length > 0 && <Idle lines={idle} />}
      {printing && (
        <PartBoundary>
          <Suspense fallback={null}>
            <Printed groups={groups} by={view.group} loaded={loaded} onDone={() => setPrinting(false)} />
          </Suspense>
        </PartBoundary>
      )}
    </>
  );
}

function NoWork() {
  const t = useText();
  return (
    <EmptyState title={t('portfolio.noWorkTitle')}>
      <Text id="portfolio.noWorkBody" />
    </EmptyState>
  );
}

/** So many are named; further ones are counted. */
const NAMED = 8;

const Idle = ({ lines }: { lines: readonly Line[] }) => (
  <p className="hf-subtle hf-small">
    <Text
      id="portfolio.idle"
      values={{
        count: lines.length,
        names: lines
          .slice(0, NAMED)
          .map(({ project }) => project.name)
          .join(', '),
        more: Math.max(0, lines.length - NAMED),
      }}
    />
  </p>
);
