import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { PolicyAnswer } from '../../../src/contract/answers';
import { pathOfProposal } from '../../../src/contract/proposal-path';
import { LoadProblem } from '../../ui/call-problem';
import { SkeletonLines } from '../../ui/skeleton';
import { NowProvider, useSurroundings } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { useCall } from '../../ui/use-call';
import { openPolicy } from '../../ui/open-policy';
import { toInput } from '../../policy/model/input';
import type { OfferedType } from '../../policy/model/jira-shapes';
import { JiraNamesProvider } from '../../policy/names';
import { projectKeyOf } from '../project';
import type { Past } from '../view/view-state';
import { BacktestForm } from './backtest-form';
import './backtest.css';
import {
  asSaved,
  choicesOf,
  policyOf,
  problemOf,
  proposalOf,
  usualChoices,
  type Choices,
} from './model/choices';
import { isUnderWay } from './model/run';
import { HowFar } from './how-far';
import { Result } from './result';
import './texts';
import { useBacktest } from './use-backtest';
import { useProject } from './use-project';

/** What a policy would have done to the project's own past, before anything is switched on. */
export function BacktestView({ past }: { past: Past | null }) {
  const { loaded, reload } = useCall('policy/get', {});
  const { extension } = useSurroundings();
  const projectKey = projectKeyOf(extension);
  // Asked beside the policy. The form comes with both: a list that grows would push the button from under the pointer.
  const { types, mayChange } = useProject(projectKey);
  return (
    <section className="hf-report" aria-labelledby="hf-backtest">
      <header>
        <h2 id="hf-backtest" className="hf-heading">
          <Text id="backtest.heading" />
        </h2>
        <p className="hf-subtle">
          <Text id="backtest.intro" />
        </p>
      </header>
      {(loaded.status === 'loading' || (loaded.status === 'ready' && types === undefined)) && (
        <SkeletonLines lines={12} />
      )}
      {loaded.status === 'failed' && <LoadProblem problem={loaded.problem} onRetry={() => void reload()} />}
      {loaded.status === 'ready' && types !== undefined && (
        <NowProvider value={loaded.data.now}>
          <Bench
            saved={loaded.data}
            past={past}
            projectKey={projectKey}
            types={types}
            mayChange={mayChange}
          />
        </NowProvider>
      )}
    </section>
  );
}

function Bench({
  saved: { policy, now },
  past,
  projectKey,
  types,
  mayChange,
}: {
  saved: PolicyAnswer;
  past: Past | null;
  projectKey: string;
  /** Null where Jira does not tell them. */
  types: readonly OfferedType[] | null;
  mayChange: boolean;
}) {
  const t = useText();
  const [choices, setChoices] = useState<Choices>(() => usualChoices(policy, now));
  /** What the result on the screen was asked with: the form may have moved on. */
  const [asked, setAsked] = useState<Choices | null>(null);
  const { run, start, cancel, resume } = useBacktest();
  const running = run !== null && isUnderWay(run);
  const hasChanged = asked !== null && asked !== choices;

  const runWith = useCallback(
    (wanted: Choices) => {
      setAsked(wanted);
      start({ policy: toInput(policyOf(policy, wanted)), from: wanted.from, to: wanted.to });
    },
    [policy, start],
  );
  const begin = () => runWith(choices);
  const opensWith = useRef(past);
  useEffect(() => {
    // Once, as soon as the types can be named that the address gives by id.
    if (!opensWith.current || !types) return;
    const wanted = choicesOf(opensWith.current, types, choices);
    opensWith.current = null;
    setChoices(wanted);
    runWith(wanted);
  }, [types, choices, runWith]);
  const use = () => openPolicy(projectKey, pathOfProposal(proposalOf(policy, asked ?? choices)));
  const canUse = mayChange && proposalOf(policy, asked ?? choices).length > 0;

  const names = useMemo(() => ({ types: types ?? [], links: [], byWords: [] }), [types]);
  return (
    <JiraNamesProvider value={names}>
      <form
        className="hf-card hf-asks"
        onSubmit={(event) => {
          event.preventDefault();
          if (!running && problemOf(choices) === null) begin();
        }}
      >
        <Stack space="space.200">
          <BacktestForm
            policy={policy}
            choices={choices}
            offered={types}
            today={now.slice(0, 10)}
            onChange={setChoices}
          />
          <div className="hf-actions">
            {running ? (
              <Button onClick={cancel}>{t('backtest.cancel')}</Button>
            ) : (
              <Button
                type="submit"
                appearance={run === null || hasChanged ? 'primary' : 'default'}
                isDisabled={problemOf(choices) !== null}
              >
                {t(run === null ? 'backtest.run' : 'backtest.runAgain')}
              </Button>
            )}
            <Button
              appearance="subtle"
              isDisabled={running}
              onClick={() => setChoices(asSaved(choices, policy, now))}
            >
              {t('backtest.asSaved')}
            </Button>
          </div>
        </Stack>
      </form>
      {run && asked && (
        <>
          <HowFar run={run} isOutdated={hasChanged && !running} onResume={resume} onRetry={begin} />
          {run.figures.items > 0 || run.state === 'done' ? (
            <Result run={run} choices={asked} {...(canUse && { onUse: use })} />
          ) : null}
        </>
      )}
    </JiraNamesProvider>
  );
}
