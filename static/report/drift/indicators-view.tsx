import { Text } from '../../ui/text';
import './texts';
import './drift.css';
import { Indicators } from './indicators';

/** Every weekly indicator of the project, as a view of its own. */
export function IndicatorsView() {
  return (
    <section className="hf-report" aria-labelledby="hf-indicators">
      <h2 id="hf-indicators" className="hf-drift-heading">
        <Text id="drift.indicators" />
      </h2>
      <Indicators />
    </section>
  );
}
