import { Stack } from '@atlaskit/primitives/compiled/stack';
import { Text } from '../../ui/text';
import './texts';
import './indicators.css';
import { PaperOwnerPart } from '../paper-owner/paper-owner-part';
import { Indicators } from './indicators';

/** Every weekly indicator of the project, as a view of its own. */
export function IndicatorsView() {
  return (
    <section className="hf-report" aria-labelledby="hf-indicators">
      <h2 id="hf-indicators" className="hf-heading">
        <Text id="drift.indicators" />
      </h2>
      <Indicators source="charters" />
      <section aria-labelledby="hf-past">
        <Stack space="space.100">
          <h2 id="hf-past" className="hf-heading">
            <Text id="drift.past.heading" />
          </h2>
          <p className="hf-subtle">
            <Text id="drift.past.explained" />
          </p>
          <Indicators source="jira" />
        </Stack>
      </section>
      <PaperOwnerPart />
    </section>
  );
}
