import Button from '@atlaskit/button/default/button';
import InformationIcon from '@atlaskit/icon/core/status-information';
import { token } from '@atlaskit/tokens';
import { ActionProblem } from '../../ui/call-problem';
import { Text, useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { headingId } from '../use-focus-return';
import { Exceptions } from '../waivers/exceptions';

/** In place of a verdict that nobody knows: why, what stays, and who can change it. */
export function GateNotKnown() {
  const t = useText();
  const { answer, checkpoint, problemIn, reload } = usePanel();
  const problem = problemIn('gate');
  const isHidden = answer.gateUnknown !== 'people-not-read';
  return (
    <section className="hf-gate hf-gate-not-known">
      <div className="hf-gate-line">
        <span className="hf-gate-icon">
          <InformationIcon label="" color={token('color.icon.information')} />
        </span>
        <h2 className="hf-heading" id={headingId('gate')} tabIndex={-1}>
          {t('panel.notKnown', { at: checkpoint })}
        </h2>
      </div>
      {problem && <ActionProblem problem={problem} onCheck={reload} />}
      <p className="hf-gate-why">
        <Text id={isHidden ? 'panel.notKnownHidden' : 'panel.notKnownPeople'} values={{ at: checkpoint }} />
      </p>
      {!isHidden && (
        <div className="hf-gate-way">
          <Button spacing="compact" onClick={reload}>
            {t('panel.lookAgain')}
          </Button>
        </div>
      )}
      <Exceptions />
    </section>
  );
}
