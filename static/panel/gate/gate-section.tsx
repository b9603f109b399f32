import ErrorIcon from '@atlaskit/icon/core/status-error';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import InformationIcon from '@atlaskit/icon/core/status-information';
import { token } from '@atlaskit/tokens';
import { localDate } from '../../../src/domain/calendar/local-date';
import { CHECKPOINTS } from '../../../src/domain/gate/rules';
import { isWorkItem } from '../../../src/domain/policy/policy';
import { ActionProblem } from '../../ui/call-problem';
import { MomentText } from '../../ui/date-text';
import { dayText } from '../../ui/dates';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { useDesk } from '../desk';
import { gateStand, type GateStand } from '../model/gate-stand';
import { headingId } from '../use-desk-state';
import { checkpointText } from '../use-consequence';
import { Exceptions } from '../waivers/exceptions';
import { FindingRow } from './finding-row';
import { PolicyLine } from './policy-line';

const icons: Readonly<Record<GateStand['kind'], JSX.Element>> = {
  blocked: <ErrorIcon label="" color={token('color.icon.danger')} />,
  'would-block': <WarningIcon label="" color={token('color.icon.warning')} />,
  watch: <WarningIcon label="" color={token('color.icon.warning')} />,
  waived: <WarningIcon label="" color={token('color.icon.warning')} />,
  ready: <SuccessIcon label="" color={token('color.icon.success')} />,
  untouched: <InformationIcon label="" color={token('color.icon.subtle')} />,
};

/** What the next move meets, and what to do about it. */
export function GateSection() {
  const t = useText();
  const desk = useDesk();
  const { answer, checkpoint, problemIn, reload } = desk;
  const gate = answer.gates[checkpoint];
  const stand = gateStand(gate, isWorkItem(answer.policy, answer.item.issueType));
  const lastChange = answer.history.at(-1);
  const problem = problemIn('gate');
  const name = t(checkpointText[checkpoint]);
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  return (
    <section className={`hf-gate hf-gate-${stand.kind}`}>
      <div className="hf-gate-line">
        <span className="hf-gate-icon">{icons[stand.kind]}</span>
        <h2 className="hf-heading" id={headingId('gate')} tabIndex={-1}>
          {stand.kind === 'blocked' && t('panel.gateBlocked', { checkpoint: name, count: stand.count })}
          {stand.kind === 'would-block' &&
            t('panel.gateWouldBlock', { checkpoint: name, count: stand.count })}
          {stand.kind === 'watch' && t('panel.gateWatch', { at: checkpoint, count: stand.count })}
          {stand.kind === 'ready' && t('panel.gateReady', { at: checkpoint })}
          {stand.kind === 'waived' &&
            t('waiver.gateWaived', {
              at: checkpoint,
              date: dayText(localDate(stand.until, timeZone), today, locale),
            })}
          {stand.kind === 'untouched' && t('panel.gateUntouched', { type: answer.item.issueType })}
        </h2>
        {stand.kind !== 'untouched' && <CheckpointSwitch />}
      </div>
      {problem && <ActionProblem problem={problem} onCheck={reload} />}
      {gate.mode !== 'enforce' && stand.kind !== 'untouched' && (
        <p className="hf-gate-note">{t(gate.mode === 'coach' ? 'panel.modeCoach' : 'panel.modeObserve')}</p>
      )}
      {stand.kind === 'ready' && lastChange && (
        <p className="hf-gate-note">
          <Text id="panel.lastChanged" values={{ when: <MomentText at={lastChange.at} /> }} />
        </p>
      )}
      {gate.findings.length > 0 && (
        <ol className="hf-findings">
          {gate.findings.map((view, place) => (
            <FindingRow key={`${view.rule}-${place}`} view={view} isFirst={place === 0} />
          ))}
        </ol>
      )}
      <Exceptions />
      {stand.kind !== 'untouched' && <PolicyLine gate={gate} />}
    </section>
  );
}

function CheckpointSwitch() {
  const t = useText();
  const { checkpoint, setCheckpoint } = useDesk();
  return (
    <fieldset className="hf-switch">
      <legend className="hf-unseen">{t('panel.checkpoint')}</legend>
      {CHECKPOINTS.map((option) => (
        <label key={option} className="hf-switch-option">
          <input
            type="radio"
            name="checkpoint"
            className="hf-unseen"
            checked={option === checkpoint}
            onChange={() => setCheckpoint(option)}
          />
          <span>{t(checkpointText[option])}</span>
        </label>
      ))}
    </fieldset>
  );
}
