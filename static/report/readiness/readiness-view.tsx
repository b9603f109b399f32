import { isLapsed } from '../../ui/licence';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import './texts';
import './readiness.css';
import type { ReadinessAnswer } from '../../../src/contract/readiness';
import { schedulePosition } from '../../../src/domain/readiness/schedule';
import { ActionProblem, LoadProblem } from '../../ui/call-problem';
import { EmptyState } from '../../ui/empty-state';
import { Notice } from '../../ui/notice';
import { SkeletonLines } from '../../ui/skeleton';
import { NowProvider, useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { projectKeyOf } from '../project';
import { Decided } from './decided';
import { Completed } from './completed';
import { Intro } from './intro';
import { Journey } from './journey';
import { CurrentStep } from './current-step';
import { Sheet } from './sheet';
import { useProgramme, type Programming } from './use-programme';

/** The twelve weeks of a project, guided: where they are, what to do now, what was done, and the page to print. */
export function ReadinessView() {
  const t = useText();
  const programming = useProgramme();
  const { loaded, reload } = programming.live;
  if (loaded.status === 'loading') return <SkeletonLines lines={6} />;
  if (loaded.status === 'failed') {
    return loaded.problem.code === 'not-found' ? (
      <EmptyState title={t('ui.notFoundTitle')}>
        <Text id="ui.notFoundBody" />
      </EmptyState>
    ) : (
      <LoadProblem problem={loaded.problem} onRetry={() => void reload()} />
    );
  }
  return (
    <NowProvider value={loaded.data.now}>
      <div className="hf-ready">
        <Stack space="space.300">
          <Problem programming={programming} />
          <Programme answer={loaded.data} programming={programming} />
        </Stack>
      </div>
    </NowProvider>
  );
}

function Problem({ programming: { problem } }: { programming: Programming }) {
  if (problem === null) return null;
  return problem === 'conflict' ? (
    <Notice tone="warning" urgent>
      <Text id="readiness.conflict" />
    </Notice>
  ) : (
    <ActionProblem problem={problem} />
  );
}

function Programme({ answer, programming }: { answer: ReadinessAnswer; programming: Programming }) {
  const projectKey = projectKeyOf(useSurroundings().extension);
  const { programme, now } = answer;
  const mayChange = answer.mayChange && !isLapsed();
  const { change, sending } = programming;
  const start = () =>
    void change('start', {}).then((saved) => saved && document.getElementById('hf-ready-where')?.focus());
  if (!programme) return <Intro mayChange={mayChange} sending={sending} onStart={start} />;
  const where = schedulePosition(programme, now);
  const { open } = where;
  return (
    <>
      <Journey programme={programme} where={where} />
      {open === null ? (
        <Decided
          programme={programme}
          mayChange={mayChange}
          projectKey={projectKey}
          sending={sending}
          onStart={start}
        />
      ) : (
        <CurrentStep
          // Another step starts with nothing open.
          key={`${open} ${programme.startedAt}`}
          answer={answer}
          programme={programme}
          where={{ ...where, open }}
          projectKey={projectKey}
          programming={programming}
        />
      )}
      {programme.indicators.length > 0 && (
        <Sheet
          key={programme.reinforcement?.since ?? 'so far'}
          programme={programme}
          projectKey={projectKey}
        />
      )}
      <Completed answer={answer} />
    </>
  );
}
