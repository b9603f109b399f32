import { useMemo, useState } from 'react';
import { graphOf, type PromiseGraph } from '../../../src/domain/report/graph/graph';
import { LoadProblem } from '../../ui/call-problem';
import { EmptyState } from '../../ui/empty-state';
import { SkeletonLines } from '../../ui/skeleton';
import { NowProvider } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import './dependencies.css';
import { DependencyPicture } from './dependency-picture';
import { DependencyTable } from './dependency-table';
import './texts';
import { useGraph } from './use-graph';
import { WhatIf } from './what-if';
import { wayText } from './words';

/** What waits for what across items and projects: in sentences, as a picture, and line by line. */
export function DependenciesView() {
  const t = useText();
  const [attempt, setAttempt] = useState(0);
  const { lines, notKnown, goesOn, now, state } = useGraph(attempt);
  const graph = useMemo(() => graphOf(lines), [lines]);
  return (
    <NowProvider value={now}>
      <section className="hf-report" aria-labelledby="hf-dependencies">
        <div>
          <h2 id="hf-dependencies" className="hf-heading">
            <Text id="dependencies.heading" />
          </h2>
          <p className="hf-subtle">
            <Text id="dependencies.intro" />
          </p>
        </div>
        {typeof state === 'object' && (
          <LoadProblem problem={state} onRetry={() => setAttempt((before) => before + 1)} />
        )}
        {state === 'loading' && lines.length === 0 && (
          <div role="status" aria-label={t('dependencies.loading')}>
            <SkeletonLines lines={6} />
          </div>
        )}
        {lines.length > 0 && (
          <>
            <Said graph={graph} isLoading={state === 'loading'} />
            {/* Laid out once, when all of it is there: a picture that jumps with every page helps nobody. */}
            {state !== 'loading' && <DependencyPicture graph={graph} />}
            {state !== 'loading' && <WhatIf lines={lines} />}
            <DependencyTable lines={lines} />
          </>
        )}
        {lines.length === 0 && state === 'done' && (
          <EmptyState title={t('dependencies.emptyTitle')}>
            <Text id="dependencies.emptyBody" />
          </EmptyState>
        )}
        {goesOn && (
          <p className="hf-subtle">
            <Text id="dependencies.cut" />
          </p>
        )}
        {notKnown > 0 && (
          <p className="hf-subtle">
            <Text id="dependencies.notKnown" values={{ count: notKnown }} />
          </p>
        )}
      </section>
    </NowProvider>
  );
}

/** What the picture comes down to. */
function Said({
  graph: { nodes, lines, longest, circles, mostAwaited },
  isLoading,
}: {
  graph: PromiseGraph;
  isLoading: boolean;
}) {
  const t = useText();
  return (
    <div role="status">
      <p>
        <Text id="dependencies.summary" values={{ lines: lines.length, nodes: nodes.length }} />{' '}
        {isLoading && (
          <span className="hf-subtle">
            <Text id="dependencies.more" />
          </span>
        )}
      </p>
      {longest.length > 1 && (
        <p>
          <Text id="dependencies.longest" values={{ count: longest.length, way: wayText(longest, t) }} />
        </p>
      )}
      {mostAwaited && mostAwaited.items > 1 && (
        <p>
          <Text
            id="dependencies.mostAwaited"
            values={{
              what: mostAwaited.line.what,
              item: mostAwaited.line.issueKey,
              items: mostAwaited.items,
            }}
          />
        </p>
      )}
      {circles.map((names) => (
        <p key={names.join()}>
          <Text id="dependencies.circle" values={{ items: names.join(', ') }} />
        </p>
      ))}
    </div>
  );
}
