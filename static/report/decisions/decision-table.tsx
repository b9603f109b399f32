import type { DecisionLine } from '../../../src/domain/decisions/register';
import { DateText, MomentText } from '../../ui/date-text';
import { IssueLink } from '../../ui/issue-link';
import { Person, type People } from '../../ui/person';
import { StateWord } from '../../ui/state-word';
import '../../ui/table.css';
import { Text, useText } from '../../ui/text';
import { stateWord, toldNames, toneOf } from './words';

/** The questions, one a line, with what was decided. */
export function DecisionTable({
  lines,
  titles,
  people,
}: {
  lines: readonly DecisionLine[];
  titles: Readonly<Record<string, string>>;
  people: People;
}) {
  return (
    <table className="hf-data hf-data-blocks" aria-labelledby="hf-decisions">
      <thead>
        <tr>
          {(['question', 'who', 'by', 'state', 'decision'] as const).map((column) => (
            <th key={column} scope="col">
              <Text id={`decisions.${column}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line
            key={`${line.issueKey} ${line.id}`}
            line={line}
            title={titles[line.issueKey] ?? ''}
            people={people}
          />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, title, people }: { line: DecisionLine; title: string; people: People }) {
  const t = useText();
  const { issueKey, question, about, inputs, decider, isGrantor } = line;
  return (
    <tr>
      <td data-label={t('decisions.question')}>
        <span dir="auto">{question}</span>
        <span className="hf-line hf-small">
          <IssueLink issueKey={issueKey} /> <span className="hf-subtle">{title}</span>
        </span>
        {about !== undefined && (
          <span className="hf-line hf-small hf-subtle">{t('decisions.aboutLine', { what: about })}</span>
        )}
        {inputs !== undefined && (
          <span className="hf-line hf-small hf-subtle">{t('decisions.inputsLine', { what: inputs })}</span>
        )}
      </td>
      <td data-label={t('decisions.who')}>
        <Person accountId={decider} people={people} size="xsmall" />
        {isGrantor && (
          <span className="hf-line hf-small hf-subtle">
            <Text id="decisions.grantor" />
          </span>
        )}
      </td>
      <td data-label={t('decisions.by')}>
        <Until line={line} />
      </td>
      <td data-label={t('decisions.state')}>
        <StateWord tone={toneOf[line.state]}>{stateWord(line, t)}</StateWord>
      </td>
      <td data-label={t('decisions.decision')}>
        <Decided line={line} people={people} />
      </td>
    </tr>
  );
}

function Until({ line: { decideBy, dueAt } }: { line: DecisionLine }) {
  if (decideBy !== undefined) return <DateText date={decideBy} />;
  if (dueAt !== undefined) return <MomentText at={dueAt} />;
  return (
    <span className="hf-subtle">
      <Text id="decisions.noDate" />
    </span>
  );
}

function Decided({ line, people }: { line: DecisionLine; people: People }) {
  const t = useText();
  const { decision, decidedAt, reason } = line;
  if (decision === undefined || decidedAt === undefined) {
    return reason === undefined ? (
      <span className="hf-subtle">
        <Text id="decisions.notYet" />
      </span>
    ) : (
      <span dir="auto">{reason}</span>
    );
  }
  const told = toldNames(line, people);
  return (
    <>
      <span dir="auto">{decision}</span>
      <span className="hf-line hf-small hf-subtle">
        <MomentText at={decidedAt} />
        {' · '}
        {told === '' ? t('decisions.nobodyTold') : t('decisions.toldLine', { people: told })}
      </span>
    </>
  );
}
