import Button from '@atlaskit/button/default/button';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { Programme } from '../../../src/domain/readiness/programme';
import { takenBack } from '../../../src/domain/readiness/policy-changes';
import { Text, useText } from '../../ui/text';
import { openPolicyPage } from './policy-page';

/** The programme has its decision: what follows from it, and the way to another round. */
export function Decided({
  programme: { decision, reinforcement },
  mayChange,
  projectKey,
  sending,
  onStart,
}: {
  programme: Programme;
  mayChange: boolean;
  projectKey: string;
  sending: boolean;
  onStart: () => void;
}) {
  const t = useText();
  if (!decision) return null;
  const back = reinforcement && decision.choice !== 'keep' ? takenBack(reinforcement.change) : null;
  return (
    <section className="hf-card" aria-labelledby="hf-ready-decided">
      <Stack space="space.150">
        <h3 id="hf-ready-decided" className="hf-heading">
          <Text id={`readiness.choice.${decision.choice}`} />
        </h3>
        <p>
          <Text id={`readiness.choice.${decision.choice}Help`} />
        </p>
        {mayChange ? (
          <div className="hf-actions">
            <Button appearance="primary" isDisabled={sending} onClick={onStart}>
              {t('readiness.again')}
            </Button>
            {back && (
              <Button appearance="subtle" onClick={() => openPolicyPage(projectKey, back)}>
                {t('readiness.takeBack')}
              </Button>
            )}
          </div>
        ) : (
          <p className="hf-subtle">
            <Text id="readiness.nextAfter" />
          </p>
        )}
      </Stack>
    </section>
  );
}
