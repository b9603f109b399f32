import Button from '@atlaskit/button/new';
import { STEPS, weeksOf } from '../../../src/domain/readiness/schedule';
import { Text, useText } from '../../ui/text';

/** Before anything was started: what the twelve weeks are, and the one button. */
export function Intro({
  mayChange,
  sending,
  onStart,
}: {
  mayChange: boolean;
  sending: boolean;
  onStart: () => void;
}) {
  const t = useText();
  return (
    <section className="hf-ready" aria-labelledby="hf-ready-where">
      <h2 id="hf-ready-where" className="hf-ready-where" tabIndex={-1}>
        <Text id="readiness.introTitle" />
      </h2>
      <p className="hf-ready-prose">
        <Text id="readiness.introBody" />
      </p>
      <ol className="hf-ready-steps" aria-label={t('readiness.steps')}>
        {STEPS.map((step) => (
          <li key={step} className="hf-ready-step">
            <span className="hf-ready-name">
              <Text id={`readiness.step.${step}`} />
            </span>
            <span className="hf-subtle hf-small">
              <Text id="readiness.stepWeeksOnly" values={{ ...weeksOf[step] }} />
            </span>
          </li>
        ))}
      </ol>
      {mayChange ? (
        <div className="hf-actions">
          <Button appearance="primary" isDisabled={sending} onClick={onStart}>
            {t('readiness.start')}
          </Button>
          <span className="hf-subtle">
            <Text id="readiness.startMeans" />
          </span>
        </div>
      ) : (
        <p className="hf-subtle">
          <Text id="readiness.onlyAdmins" />
        </p>
      )}
    </section>
  );
}
