import { useCallback, useState } from 'react';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { Text } from '../../ui/text';
import './texts';
import './indicators.css';
import { PaperOwnerPart } from '../paper-owner/paper-owner-part';
import { Indicators } from './indicators';

/**
 * Every weekly indicator of the project, as a view of its own. How many charts a part has is known with its answer: the
 * parts below begin where it ends, and are not pushed there.
 */
export function IndicatorsView() {
  const [shown, setShown] = useState(0);
  const onCharters = useCallback(() => setShown((now) => Math.max(now, 1)), []);
  const onJira = useCallback(() => setShown(2), []);
  return (
    <section className="hf-report" aria-labelledby="hf-indicators">
      <h2 id="hf-indicators" className="hf-heading">
        <Text id="drift.indicators" />
      </h2>
      <Indicators source="charters" onShown={onCharters} />
      {shown >= 1 && (
        <section aria-labelledby="hf-past">
          <Stack space="space.100">
            <h2 id="hf-past" className="hf-heading">
              <Text id="drift.past.heading" />
            </h2>
            <p className="hf-subtle">
              <Text id="drift.past.explained" />
            </p>
            <Indicators source="jira" onShown={onJira} />
          </Stack>
        </section>
      )}
      {shown >= 2 && <PaperOwnerPart />}
    </section>
  );
}
