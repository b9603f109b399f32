import ErrorIcon from '@atlaskit/icon/core/status-error';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import InformationIcon from '@atlaskit/icon/core/status-information';
import { token } from '@atlaskit/tokens';
import type { GateView } from '../../../src/contract/answers';
import { localDate } from '../../../src/domain/time/local-date';
import { CHECKPOINTS } from '../../../src/domain/policy/rules';
import { isUnderPolicy } from '../../../src/domain/gate/coverage';
import { BrakeNotice } from '../../ui/brake-notice';
import { ActionProblem } from '../../ui/call-problem';
import { MomentText } from '../../ui/date-text';
import { dayText } from '../../../src/contract/texts/dates';
import { useSurroundings, useToday } from '../../ui/surroundings';
import { Text, useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { gateStand, type GateStand } from '../model/gate-stand';
import { headingId } from '../use-focus-return';
import { checkpointText } from '../use-consequence';
import { Exceptions } from '../waivers/exceptions';
import { Free, HeldAbove } from './free';
import { FindingRow } from './finding-row';
import { GateNotKnown } from './not-known';
import { PolicyLine } from './policy-line';

const icons: Readonly<Record<GateStand['kind'], JSX.Element>> = {
  blocked: <ErrorIcon label="" color={token('color.icon.danger')} />,
  'would-block': <WarningIcon label="" color={token('color.icon.warning')} />,
  watch: <WarningIcon label="" color={token('color.icon.warning')} />,
  waived: <WarningIcon label="" color={token('color.icon.warning')} />,
  ready: <SuccessIcon label="" color={token('color.icon.success')} />,
  above: <WarningIcon label="" color={token('color.icon.warning')} />,
  untouched: <InformationIcon label="" color={token('color.icon.subtle')} />,
};

const iconOf = (stand: GateStand): JSX.Element =>
  stand.kind === 'above' && stand.holds === 'no' ? icons.untouched : icons[stand.kind];

/** What the next move meets, and what to do about it. */
export function GateSection() {
  const { answer, checkpoint } = usePanel();
  const gate = answer.gates?.[checkpoint];
  return gate ? <Gate gate={gate} /> : <GateNotKnown />;
}

function Gate({ gate }: { gate: GateView }) {
  const t = useText();
  const { answer, checkpoint, problemIn, reload } = usePanel();
  const stand = gateStand(gate, isUnderPolicy(answer.policy, answer.item.type));
  // Where no transition asks, nothing is stopped, whatever the mode.
  const isAttached = gate.attached?.[checkpoint] ?? true;
  const lastChange = answer.history.at(-1);
  const problem = problemIn('gate');
  const name = t(checkpointText[checkpoint]);
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  return (
    <section className={`hf-gate hf-gate-${stand.kind}`}>
      <div className="hf-gate-line">
        <span className="hf-gate-icon">
          {(answer.waitsUnseen || answer.restsUnseen) && stand.kind === 'ready' ? icons.watch : iconOf(stand)}
        </span>
        <h2 className="hf-heading" id={headingId('gate')} tabIndex={-1}>
          {stand.kind === 'blocked' &&
            t(isAttached ? 'panel.gateBlocked' : 'panel.gateWouldBlock', {
              checkpoint: name,
              count: stand.count,
            })}
          {stand.kind === 'would-block' &&
            t('panel.gateWouldBlock', { checkpoint: name, count: stand.count })}
          {stand.kind === 'watch' && t('panel.gateWatch', { at: checkpoint, count: stand.count })}
          {stand.kind === 'ready' && t('panel.gateReady', { at: checkpoint })}
          {stand.kind === 'waived' &&
            t('waiver.gateWaived', {
              at: checkpoint,
              date: dayText(localDate(stand.until, timeZone), today, locale),
            })}
          {stand.kind === 'above' && t('panel.gateAbove', { issueKey: stand.issueKey, holds: stand.holds })}
          {stand.kind === 'untouched' && t('panel.gateUntouched', { type: answer.item.issueType })}
        </h2>
        {stand.kind !== 'untouched' && <CheckpointSwitch />}
      </div>
      {problem && <ActionProblem problem={problem} onCheck={reload} />}
      {stand.kind === 'untouched' && <Free />}
      {stand.kind === 'above' && <HeldAbove issueKey={stand.issueKey} holds={stand.holds} />}
      {stand.kind !== 'untouched' && <BrakeNotice brake={gate.brake} />}
      {gate.mode !== 'enforce' && !gate.brake && stand.kind !== 'untouched' && (
        <p className="hf-gate-note">{t(gate.mode === 'coach' ? 'panel.modeCoach' : 'panel.modeObserve')}</p>
      )}
      {gate.mode === 'enforce' && !isAttached && stand.kind !== 'untouched' && (
        <p className="hf-gate-note">{t('panel.notAttached', { at: checkpoint })}</p>
      )}
      {stand.kind === 'ready' && lastChange && (
        <p className="hf-gate-note">
          <Text id="panel.lastChanged" values={{ when: <MomentText at={lastChange.at} /> }} />
        </p>
      )}
      {answer.waitsUnseen && stand.kind !== 'untouched' && (
        <p className="hf-gate-why">{t('panel.waitsUnseen')}</p>
      )}
      {answer.restsUnseen && stand.kind !== 'untouched' && (
        <p className="hf-gate-why">{t('panel.restsUnseen')}</p>
      )}
      {gate.findings.length > 0 && (
        <ol className="hf-findings">
          {gate.findings.map((view, place) => (
            <FindingRow key={`${view.rule}-${place}`} view={view} />
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
  const { checkpoint, setCheckpoint } = usePanel();
  return (
    <fieldset className="hf-switch">
      <legend className="hf-visually-hidden">{t('panel.checkpoint')}</legend>
      {CHECKPOINTS.map((option) => (
        <label key={option} className="hf-switch-option">
          <input
            type="radio"
            name="checkpoint"
            className="hf-visually-hidden"
            checked={option === checkpoint}
            onChange={() => setCheckpoint(option)}
          />
          <span>{t(checkpointText[option])}</span>
        </label>
      ))}
    </fieldset>
  );
}
