import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { CommitmentEntry } from '../../src/contract/answers';
import { DueDateCell } from '../agreement-forms/due-date-cell';
import { bold } from '../ui/bold';
import { MomentText } from '../ui/date-text';
import { EmptyState } from '../ui/empty-state';
import { Person } from '../ui/person';
import { StateWord } from '../ui/state-word';
import { Text, useText } from '../ui/text';
import { useCommitmentsContext } from './commitments-context';
import { Count } from './count';
import { Completed } from './completed';
import { byProgress, nameOfEntry } from './model/entries';
import { ItemLink } from './item-link';
import { AwaitedQuestion } from './awaited-question';
import { awaitedText, dutyText, dutyTone } from './words';

/** Shown at once; the rest on asking. */
const SHOWN = 10;

/** What the reader waits for: from whom, what, and for how long already. */
export function Awaited({ entries, complete }: { entries: readonly CommitmentEntry[]; complete: boolean }) {
  const t = useText();
  const { active, done } = byProgress(entries, useCommitmentsContext().now);
  return (
    <section className="hf-commitments-list">
      <h2 className="hf-heading">
        {t('commitments.awaited')} <Count of={active.length} />
      </h2>
      {active.length === 0 && complete && (
        <EmptyState title={t('commitments.awaitedEmpty')}>{t('commitments.awaitedEmptyBody')}</EmptyState>
      )}
      <Some entries={active} />
      <Completed entries={done}>
        <Some entries={done} />
      </Completed>
    </section>
  );
}

function Some({ entries }: { entries: readonly CommitmentEntry[] }) {
  const t = useText();
  const [shown, setShown] = useState(SHOWN);
  const rest = entries.length - shown;
  if (entries.length === 0) return null;
  return (
    <>
      <ul className="hf-commitments-lines">
        {entries.slice(0, shown).map((entry) => (
          <AwaitedLine key={entry.ref + entry.duty} entry={entry} />
        ))}
      </ul>
      {rest > 0 && (
        <Button appearance="subtle" onClick={() => setShown(shown + SHOWN)}>
          {t('commitments.more', { count: rest })}
        </Button>
      )}
    </>
  );
}

function AwaitedLine({ entry }: { entry: CommitmentEntry }) {
  const t = useText();
  const { people } = useCommitmentsContext();
  const { agreement, duty, question, since, unreached, urgency, who } = entry;
  return (
    <li className="hf-commitment">
      <div className="hf-commitment-body">
        <div className="hf-commitment-title">
          {who === null ? (
            <span className="hf-subtle">{t('commitments.nobody')}</span>
          ) : (
            <Person accountId={who} people={people} />
          )}
          {urgency === 'overdue' && (
            <StateWord tone={dutyTone(duty, urgency)}>
              {t(agreement ? dutyText(entry) : 'panel.stateOverdue')}
            </StateWord>
          )}
          {unreached && <StateWord tone="attention">{t('panel.stateUnreached')}</StateWord>}
        </div>
        <p>
          <Text
            id={awaitedText[duty]}
            values={{ what: nameOfEntry(entry), when: <MomentText at={since} />, b: bold }}
          />
        </p>
        <ItemLink entry={entry} />
        {agreement && (
          <div className="hf-commitment-by">
            <span className="hf-subtle">{t('panel.columnBy')}</span> <DueDateCell agreement={agreement} />
          </div>
        )}
        {question && who !== null && <AwaitedQuestion entry={entry} question={question} to={who} />}
      </div>
    </li>
  );
}
