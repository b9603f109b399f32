import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { STEPS, weeksOf } from '../../../src/domain/readiness/schedule';
import { Columns } from '../../ui/columns';
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
    <section aria-labelledby="hf-ready-where">
      <Stack space="space.300">
        <h2 id="hf-ready-where" className="hf-heading hf-where" tabIndex={-1}>
          <Text id="readiness.introTitle" />
        </h2>
        <p className="hf-prose">
          <Text id="readiness.introBody" />
        </p>
        <Columns as="ol" least="150px" label={t('readiness.steps')}>
          {STEPS.map((step) => (
            <li key={step} className="hf-card hf-card-small">
              <span className="hf-line hf-medium">
                <Text id={`readiness.step.${step}`} />
              </span>
              <span className="hf-subtle hf-small">
                <Text id="readiness.stepWeeksOnly" values={{ ...weeksOf[step] }} />
              </span>
            </li>
          ))}
        </Columns>
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
      </Stack>
    </section>
  );
}
