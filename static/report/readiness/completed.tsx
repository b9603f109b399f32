import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { ReadinessAnswer } from '../../../src/contract/readiness';
import { wordReinforcement } from '../../../src/contract/wording/drift';
import { indicatorWords } from '../../../src/contract/wording/indicators';
import type { ProgrammeEvent } from '../../../src/domain/readiness/programme';
import { MomentText } from '../../ui/date-text';
import { Person } from '../../ui/person';
import { Text, useText, type Translate } from '../../ui/text';
import { behaviourText } from './words';

/** What was done in this round, by whom and when, the latest first. */
export function Completed({ answer: { events, people, earlierRounds } }: { answer: ReadinessAnswer }) {
  const t = useText();
  return (
    <section aria-labelledby="hf-ready-done">
      <Stack space="space.100">
        <h3 id="hf-ready-done" className="hf-heading">
          <Text id="readiness.done" />
        </h3>
        <ul className="hf-lines">
          {[...events].reverse().map((event) => (
            <li key={`${event.at} ${event.type}`}>
              <Inline space="space.200" rowSpace="space.050" spread="space-between" shouldWrap>
                <span>
                  <b>{headOf(event, t)}</b>
                  {detailsOf(event, t).map((detail) => (
                    <span key={detail} className="hf-line">
                      {detail}
                    </span>
                  ))}
                </span>
                <span className="hf-subtle hf-by">
                  <Person accountId={event.by} people={people} size="xsmall" /> <MomentText at={event.at} />
                </span>
              </Inline>
            </li>
          ))}
        </ul>
        {earlierRounds > 0 && (
          <p className="hf-subtle hf-small">
            <Text id="readiness.earlier" values={{ count: earlierRounds }} />
          </p>
        )}
      </Stack>
    </section>
  );
}

function headOf(event: ProgrammeEvent, t: Translate): string {
  switch (event.type) {
    case 'programme-started':
      return t('readiness.did.programme-started');
    case 'behaviours-chosen':
      return t('readiness.did.behaviours-chosen', { count: event.behaviours.length });
    case 'indicators-chosen':
      return t('readiness.did.indicators-chosen', { count: event.indicators.length });
    case 'reinforcement-recorded':
      return t('readiness.did.reinforcement-recorded', { version: event.policyVersion });
    case 'programme-decided':
      return t('readiness.did.programme-decided', { choice: event.choice });
  }
}

function detailsOf(event: ProgrammeEvent, t: Translate): readonly string[] {
  switch (event.type) {
    case 'programme-started':
      return [];
    case 'behaviours-chosen':
      return event.behaviours.map((one) => behaviourText(one, t));
    case 'indicators-chosen':
      return event.indicators.map((id) => indicatorWords(id).name);
    case 'reinforcement-recorded':
      return [wordReinforcement(event.change)];
    case 'programme-decided':
      return [event.reason];
  }
}
