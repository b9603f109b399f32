import { texts } from '../../../texts/compiled/en/setup';
import { useEffect, useRef, useState } from 'react';
import { router } from '@forge/bridge';
import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { FIRST_QUESTIONS } from '../../../src/domain/gate/rules/rule';
import { firstPolicy, isAsked, withAsked } from '../../../src/domain/policy/first-policy';
import { presets } from '../../../src/domain/policy/presets';
import { Checkbox } from '../../ui/checkbox';
import { addTexts } from '../../ui/locale';
import { Text, useText } from '../../ui/text';
import { toDraft, toPolicy } from '../model/draft';
import { withPresetDraft } from '../model/preset';
import { OpenCount } from '../open-count';
import type { PolicyFormState } from '../use-policy-form';
import { WorkItemTypes } from '../work-item-types';
import { Attach } from './attach';
import { BackFill } from './back-fill';
import { PastYearPart } from './past-year';
import { usePastYear } from './use-past-year';
import './set-up.css';

addTexts(texts);

const STEPS = ['work', 'past', 'asks', 'observe', 'attach', 'fill'] as const;
type Step = (typeof STEPS)[number];
/** What is counted for whoever goes through them: filling in what is there already comes after. */
const COUNTED = 5;

/** From nothing decided to a policy that is watched, one step at a time, each with its own evidence. */
export function SetUp({ state, onLeave }: { state: PolicyFormState; onLeave: () => void }) {
  const t = useText();
  const { editor, projectKey } = state;
  const { draft, base, edit, setDeciding, touched } = editor;
  const [step, setStep] = useState<Step>('work');
  const [attempt, setAttempt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const begun = useRef(false);
  const policy = toPolicy(draft, base);
  const past = usePastYear(policy, attempt);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    // What was typed before a reload stays.
    if (touched) return;
    setDeciding(true);
    edit(toDraft(firstPolicy(base)));
  }, [base, edit, setDeciding, touched]);
  const go = (to: Step): void => {
    setStep(to);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const save = async (): Promise<void> => {
    if ((await state.save()) === 'saved') go('attach');
  };
  const at = STEPS.indexOf(step);
  const next = STEPS[at + 1];
  const before = STEPS[at - 1];
  return (
    <section className="hf-set-up-steps" aria-labelledby="hf-set-up-step">
      <Stack space="space.200">
        <div>
          {at < COUNTED && (
            <p className="hf-subtle hf-small">
              <Text id="setup.stepOf" values={{ step: at + 1, of: COUNTED }} />
            </p>
          )}
          <h2 id="hf-set-up-step" className="hf-heading" tabIndex={-1} ref={heading}>
            {t(`setup.title.${step}`)}
          </h2>
          <p className="hf-subtle">{t(`setup.body.${step}`)}</p>
        </div>
        {step === 'work' && (
          <>
            <WorkItemTypes
              chosen={draft.policy.workItemTypes}
              offered={state.offers.types}
              lost={editor.unknown.types}
              ofSite={false}
              error={state.errorOf('workItemTypes')}
              isDisabled={false}
              onChange={(workItemTypes) => state.change({ workItemTypes })}
            />
            <p className="hf-large" role="status">
              <OpenCount policy={policy} projectKey={projectKey} />
            </p>
          </>
        )}
        {step === 'past' && (
          <PastYearPart past={past} onRetry={() => setAttempt(attempt + 1)} onOtherTypes={() => go('work')} />
        )}
        {step === 'asks' && <Asks state={state} />}
        {step === 'observe' && (
          <p className="hf-large">
            <Text
              id="setup.observe"
              values={{ held: FIRST_QUESTIONS.filter((one) => isAsked(policy.rules, one)).length }}
            />
          </p>
        )}
        {step === 'attach' && <Attach projectKey={projectKey} first={{ start: false, finish: false }} />}
        {step === 'fill' && <BackFill projectKey={projectKey} policy={policy} />}
        {editor.problem && (
          <p className="hf-error" role="alert">
            {editor.problem.message}
          </p>
        )}
        <div className="hf-actions">
          {step === 'observe' ? (
            <Button appearance="primary" isLoading={editor.saving} onClick={() => void save()}>
              {t('setup.startObserving')}
            </Button>
          ) : next ? (
            <Button
              appearance="primary"
              isDisabled={step === 'work' && draft.policy.workItemTypes.length === 0}
              onClick={() => go(next)}
            >
              {t('setup.next')}
            </Button>
          ) : (
            <Button appearance="primary" onClick={() => openReport(projectKey)}>
              {t('setup.openReport')}
            </Button>
          )}
          {before && at < COUNTED - 1 && <Button onClick={() => go(before)}>{t('setup.back')}</Button>}
          <Button appearance="subtle" onClick={onLeave}>
            {t(at < COUNTED - 1 ? 'setup.allSettings' : 'setup.done')}
          </Button>
        </div>
      </Stack>
    </section>
  );
}

/** Four switches; what they do not ask is told, and weighed one by one among all settings. */
function Asks({ state: { editor } }: { state: PolicyFormState }) {
  const t = useText();
  const { draft, edit, base } = editor;
  const { rules } = draft.policy;
  return (
    <Stack space="space.150">
      {FIRST_QUESTIONS.map((question) => (
        <Checkbox
          key={question}
          label={t(`setup.ask.${question}`)}
          help={t(`setup.askHelp.${question}`)}
          checked={isAsked(rules, question)}
          isDisabled={false}
          onChange={(held) =>
            edit({ ...draft, policy: { ...draft.policy, rules: withAsked(rules, question, held) } })
          }
        />
      ))}
      <div className="hf-actions">
        <span className="hf-subtle">{t('setup.presets')}</span>
        <Button
          spacing="compact"
          onClick={() => edit({ ...draft, policy: { ...draft.policy, rules: firstPolicy(base).rules } })}
        >
          {t('setup.gentle')}
        </Button>
        <Button spacing="compact" onClick={() => edit(withPresetDraft(draft, 'strict'))}>
          {t('setup.strict')}
        </Button>
        {rules === presets.strict.rules && (
          <span className="hf-subtle" role="status">
            {t('setup.strictIs')}
          </span>
        )}
      </div>
    </Stack>
  );
}

const openReport = (projectKey: string): void =>
  void router.navigate({ target: 'module', moduleKey: 'gap-report', projectKey }).catch(() => undefined);
