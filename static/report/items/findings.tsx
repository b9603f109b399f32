import ClosedIcon from '@atlaskit/icon/core/chevron-right';
import OpenIcon from '@atlaskit/icon/core/chevron-down';
import type { FindingView, GateView } from '../../../src/contract/answers';
import type { NextMove } from '../../../src/domain/charter/check-in/check-in';
import { DateText } from '../../ui/date-text';
import { StateWord } from '../../ui/state-word';
import { Text, useText } from '../../ui/text';
import type { Row } from '../rows/row';

/** What is told where the gate found nothing: also of what it could not look at. */
function nothingFound({ waitsUnseen, restsUnseen }: Row['item']) {
  if (waitsUnseen) return 'report.waitsUnseen';
  return restsUnseen ? 'report.restsUnseen' : 'report.findingsNone';
}

/** Opens and closes what the gate found. */
export function FindingsToggle({
  row,
  listId,
  isOpen,
  onToggle,
}: {
  row: Row;
  listId: string;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const t = useText();
  if (row.item.gate === null) {
    return (
      <span className="hf-subtle">
        <Text id="report.findingsNotKnown" />
      </span>
    );
  }
  if (row.findings === 0) {
    return (
      <span className="hf-subtle">
        <Text id={nothingFound(row.item)} />
      </span>
    );
  }
  const Icon = isOpen ? OpenIcon : ClosedIcon;
  return (
    <button
      type="button"
      className="hf-report-toggle"
      aria-expanded={isOpen}
      {...(isOpen && { 'aria-controls': listId })}
      aria-label={t('report.findingsOf', { count: row.findings, key: row.item.issueKey })}
      onClick={onToggle}
    >
      <Icon label="" size="small" color="currentColor" />
      <Text id="report.findings" values={{ count: row.findings }} />
    </button>
  );
}

/** What is the case and what to do, sentence by sentence, what blocks first. */
export function FindingsList({ gate, next, id }: { gate: GateView; next: NextMove | undefined; id: string }) {
  return (
    <div className="hf-report-findings" id={id}>
      <p className="hf-subtle hf-small">
        <Text id={gate.checkpoint === 'start' ? 'report.atStart' : 'report.atFinish'} />
      </p>
      <ul>
        {gate.findings.map((finding, index) => (
          <li key={index}>
            <span>
              <Severity finding={finding} mode={gate.mode} />
            </span>
            <span>
              {finding.what} <span className="hf-subtle">{finding.next}</span>
            </span>
          </li>
        ))}
      </ul>
      {next && (
        <p dir="auto">
          <Text id="report.nextMove" values={{ choice: next.choice === 'new-date' ? 'day' : next.choice }} />{' '}
          {next.until !== undefined && <DateText date={next.until} />}{' '}
          {next.reason !== undefined && <q>{next.reason}</q>}
        </p>
      )}
    </div>
  );
}

function Severity({ finding, mode }: { finding: FindingView; mode: GateView['mode'] }) {
  const t = useText();
  if (finding.severity === 'warn') return <StateWord tone="attention">{t('report.warns')}</StateWord>;
  return mode === 'enforce' ? (
    <StateWord tone="problem">{t('report.blocks')}</StateWord>
  ) : (
    <StateWord tone="attention">{t('report.wouldBlock')}</StateWord>
  );
}
