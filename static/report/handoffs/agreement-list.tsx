import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { HandoffLine } from '../../../src/domain/report/handoffs/handoffs';
import type { HandoffCell } from '../../../src/domain/report/handoffs/matrix';
import { DateText } from '../../ui/date-text';
import { IssueLink } from '../../ui/issue-link';
import { Person, type People } from '../../ui/person';
import { StateWord, type Tone } from '../../ui/state-word';
import { useSurroundings } from '../../ui/surroundings';
import '../../ui/table.css';
import { Text, useText, type PlainTextId } from '../../ui/text';
import { timeText, type Chosen } from './words';

/** Lines shown at once; more on request. */
const AT_ONCE = 50;

/** What stands between the two sides of a handoff, each line with the way to its work item. */
export function AgreementList({
  chosen,
  cell: { lines, medianHours },
  people,
  onClose,
}: {
  chosen: Chosen;
  cell: HandoffCell;
  people: People;
  onClose: () => void;
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const heading = useRef<HTMLHeadingElement>(null);
  const [most, setMost] = useState(AT_ONCE);
  // Whoever chose a handoff is taken to what stands there.
  useEffect(() => heading.current?.focus(), [chosen.name]);
  return (
    <section aria-labelledby="hf-handoff-list">
      <Stack space="space.100">
        <Inline space="space.100" alignBlock="center" spread="space-between">
          <h3 id="hf-handoff-list" className="hf-title" ref={heading} tabIndex={-1}>
            {chosen.title}
          </h3>
          <Button appearance="subtle" spacing="compact" onClick={onClose}>
            {t('handoffs.close')}
          </Button>
        </Inline>
        {lines.length === 0 && medianHours !== null && (
          <p>
            <Text id="handoffs.onlyAnswers" values={{ time: timeText(medianHours, locale, t) }} />
          </p>
        )}
        {lines.length > 0 && (
          <table className="hf-data hf-data-blocks" aria-labelledby="hf-handoff-list">
            <thead>
              <tr>
                {(['what', 'for', 'who', 'by', 'state'] as const).map((column) => (
                  <th key={column} scope="col">
                    <Text id={`handoffs.${column}`} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, most).map((line, index) => (
                <Line key={`${line.issueKey} ${index}`} line={line} people={people} />
              ))}
            </tbody>
          </table>
        )}
        {lines.length > most && (
          <Button appearance="subtle" spacing="compact" onClick={() => setMost(most + AT_ONCE)}>
            {t('handoffs.showMore', { count: Math.min(AT_ONCE, lines.length - most) })}
          </Button>
        )}
      </Stack>
    </section>
  );
}

function Line({ line, people }: { line: HandoffLine; people: People }) {
  const t = useText();
  const { issueKey, summary, what, providerAccountId, providerIssueKey, dueOn } = line;
  const [tone, word] = stateOf(line);
  return (
    <tr>
      <td data-label={t('handoffs.what')}>
        {what}
        {providerIssueKey !== undefined && (
          <span className="hf-line hf-small">
            <IssueLink issueKey={providerIssueKey} />
          </span>
        )}
      </td>
      <td data-label={t('handoffs.for')}>
        <IssueLink issueKey={issueKey} /> <span className="hf-subtle">{summary}</span>
      </td>
      <td data-label={t('handoffs.who')}>
        {providerAccountId === undefined ? (
          <span className="hf-subtle">
            <Text id="handoffs.nobody" />
          </span>
        ) : (
          <Person accountId={providerAccountId} people={people} size="xsmall" />
        )}
      </td>
      <td data-label={t('handoffs.by')}>
        {dueOn === undefined ? (
          <span className="hf-subtle">
            <Text id="handoffs.noDate" />
          </span>
        ) : (
          <DateText date={dueOn} />
        )}
      </td>
      <td data-label={t('handoffs.state')}>
        <StateWord tone={tone}>{t(word)}</StateWord>
      </td>
    </tr>
  );
}

const tones: Readonly<Record<HandoffLine['state'], Tone>> = {
  'no-agreement': 'waiting',
  requested: 'waiting',
  countered: 'attention',
  declined: 'attention',
  acknowledged: 'good',
  delivered: 'good',
};

function stateOf({ state, overdue, answerOverdue }: HandoffLine): readonly [Tone, PlainTextId] {
  if (overdue) return ['problem', 'handoffs.state.overdue'];
  if (answerOverdue) return ['attention', 'handoffs.state.unanswered'];
  return [tones[state], `handoffs.state.${state}`];
}
