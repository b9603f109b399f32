import ClosedIcon from '@atlaskit/icon/core/chevron-right';
import OpenIcon from '@atlaskit/icon/core/chevron-down';
import type { FindingView, GateView } from '../../../src/contract/answers';
import { DateText } from '../../ui/date-text';
import { StateWord } from '../../ui/state-word';
import { Text, useText } from '../../ui/text';
import type { Row } from '../rows/row';

/** What is told where the gate found nothing: also of what it could not look at. */
function nothingFound({ waitsUnseen, restsUnseen }: Row['item']) {
  if (waitsUnseen) return 'report.waitsUnseen';
  return restsUnseen ? 'report.restsUnseen' : 'report.findingsNone';
}

/** What a row tells when it is open: what the gate found, and what its owner says against it. */
export const opensOn = ({ item, findings }: Row): boolean =>
  (item.gate !== null && findings > 0) || (item.onTrack === false && item.checkIn !== null);

/** Opens and closes what the gate found, and what its owner says. */
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
  const plain = row.item.gate === null ? 'report.findingsNotKnown' : nothingFound(row.item);
  const hasFindings = row.item.gate !== null && row.findings > 0;
  if (!opensOn(row)) {
    return (
      <span className="hf-subtle">
        <Text id={plain} />
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
      aria-label={
        hasFindings
          ? t('report.findingsOf', { count: row.findings, key: row.item.issueKey })
          : t('report.saidOf', { said: t(plain), key: row.item.issueKey })
      }
      onClick={onToggle}
    >
      <Icon label="" size="small" color="currentColor" />
      {hasFindings ? <Text id="report.findings" values={{ count: row.findings }} /> : <Text id={plain} />}
    </button>
  );
}

/** What is the case and what to do, sentence by sentence, what blocks first; then what its owner says is in the way. */
export function FindingsList({ row: { item, findings }, id }: { row: Row; id: string }) {
  const { gate } = item;
  const risk = item.onTrack === false ? item.checkIn?.biggestRisk : undefined;
  // Where a rule asks about it, its finding says what is in the way.
  const isSaid = risk === undefined || gate?.findings.some(({ what }) => what.includes(risk)) === true;
  const next = item.checkIn?.next;
  return (
    <div className="hf-report-findings" id={id}>
      {gate && findings > 0 && (
        <>
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
        </>
      )}
      {!isSaid && (
        <p dir="auto">
          <Text id="report.biggestRisk" /> <q>{risk}</q>
        </p>
      )}
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
