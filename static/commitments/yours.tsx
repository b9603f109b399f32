import type { CommitmentEntry } from '../../src/contract/answers';
import { URGENCIES, type Urgency } from '../../src/domain/commitments/commitments';
import { dayText } from '../../src/contract/texts/dates';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { useSurroundings, useToday } from '../ui/surroundings';
import { useText, type PlainTextId } from '../ui/text';
import { Bulk } from './bulk';
import { Count } from './count';
import { useCommitmentsContext } from './commitments-context';
import { EntryCard } from './entry-card';
import { Completed } from './completed';
import { byProgress, canAnswerSeveral, nameOfEntry, nextDue } from './model/entries';
import { HOME_ID } from './use-commitments-state';

const groupText: Readonly<Record<Urgency, PlainTextId>> = {
  overdue: 'commitments.overdue',
  soon: 'commitments.soon',
  later: 'commitments.later',
};

/** What waits for the reader, most urgent first, to be answered where it stands. */
export function Yours({
  entries,
  awaited,
  complete,
}: {
  entries: readonly CommitmentEntry[];
  awaited: readonly CommitmentEntry[];
  /** Nothing more is on its way. */
  complete: boolean;
}) {
  const t = useText();
  const page = useCommitmentsContext();
  const { active, done } = byProgress(entries, page.now);
  const hasTicks = canAnswerSeveral(active, page);
  const needed = active.some(({ urgency }) => urgency !== 'later');
  return (
    <section className="hf-commitments-list">
      <h2 className="hf-heading" id={HOME_ID} tabIndex={-1}>
        {t('commitments.yours')} <Count of={active.length} />
      </h2>
      {!needed && complete && <AllAnswered later={active} awaited={byProgress(awaited, page.now).active} />}
      {page.overtaken.map(({ ref, name, problem }) => (
        <Notice key={ref} tone="warning" title={t('commitments.overtaken', { what: name })} urgent>
          {problem.message}
        </Notice>
      ))}
      {hasTicks && <Bulk entries={active} />}
      {URGENCIES.map((urgency) => {
        const group = active.filter((entry) => entry.urgency === urgency);
        return (
          group.length > 0 && (
            <div key={urgency}>
              <h3 className="hf-heading hf-heading-small">{t(groupText[urgency])}</h3>
              <ul className="hf-commitments-lines">
                {group.map((entry) => (
                  <EntryCard key={entry.ref + entry.duty} entry={entry} hasTicks={hasTicks} />
                ))}
              </ul>
            </div>
          )
        );
      })}
      <Completed entries={done}>
        <ul className="hf-commitments-lines">
          {done.map((entry) => (
            <EntryCard key={entry.ref + entry.duty} entry={entry} hasTicks={false} />
          ))}
        </ul>
      </Completed>
    </section>
  );
}

/** Nothing to do now is good news: says so, and when the next thing comes. */
function AllAnswered({
  later,
  awaited,
}: {
  later: readonly CommitmentEntry[];
  awaited: readonly CommitmentEntry[];
}) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const { nameOf } = useCommitmentsContext();
  const own = nextDue(later, today);
  const theirs = nextDue(awaited, today);
  const day = (date = '') => dayText(date, today, locale);
  const next = own
    ? t('commitments.nextOwn', { date: day(own.dueOn), what: nameOfEntry(own) })
    : theirs?.who
      ? t('commitments.nextTheirs', {
          date: day(theirs.dueOn),
          what: nameOfEntry(theirs),
          person: nameOf(theirs.who),
        })
      : t('commitments.nextNone');
  return <EmptyState title={t(own ? 'commitments.emptyWeek' : 'commitments.empty')}>{next}</EmptyState>;
}
