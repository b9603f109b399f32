import { dayText } from '../../src/contract/texts/dates';
import type { Success } from '../../src/contract/answers';
import type { PersonFact } from '../../src/domain/values';
import { Notice } from '../ui/notice';
import { useSurroundings, useToday } from '../ui/surroundings';
import { useText } from '../ui/text';
import { useCall } from '../ui/use-call';

interface Asked {
  readonly person: PersonFact;
  /** What they are asked: nobody accepts to own a work item for another, and an agreement can be told alone. */
  readonly asked: 'agreement' | 'question' | 'ownership';
  /** The issue that is to answer an agreement; nothing else can be told through one. */
  readonly providerIssueKey?: string | undefined;
}

/**
 * Says, before somebody is asked, that they cannot see what they are asked about, or that they are away and who answers
 * meanwhile. Says nothing where nothing is known.
 */
export function ReachNotice({ person, ...asked }: Omit<Asked, 'person'> & { person: PersonFact | null }) {
  return person && <Known key={person.accountId} person={person} {...asked} />;
}

function Known({ person, providerIssueKey, asked }: Asked) {
  const { loaded } = useCall('person/reach', {
    accountId: person.accountId,
    ...(providerIssueKey !== undefined && { providerIssueKey }),
  });
  if (loaded.status !== 'ready') return null;
  const { away, people } = loaded.data;
  return (
    <>
      <Unseen person={person} asked={asked} answer={loaded.data} />
      {away && (
        <Away
          person={person}
          asked={asked}
          away={away}
          standIn={away.standIn ? people[away.standIn] : undefined}
        />
      )}
    </>
  );
}

function Unseen({
  person,
  asked,
  answer,
}: Omit<Asked, 'providerIssueKey'> & { answer: Success<'person/reach'> }) {
  const t = useText();
  const { reach, through } = answer;
  if (reach === 'item' || reach === 'unknown') return null;
  const name = person.displayName;
  return (
    <Notice tone="warning">
      {asked === 'agreement' && reach === 'own' && through !== undefined
        ? t('panel.reachOwn', { person: name, issueKey: through })
        : t('panel.reachNone', { person: name })}
    </Notice>
  );
}

interface Absent extends Omit<Asked, 'providerIssueKey'> {
  readonly away: NonNullable<Success<'person/reach'>['away']>;
  readonly standIn: PersonFact | undefined;
}

function Away({ person, asked, away: { to }, standIn }: Absent) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const facts = {
    person: person.displayName,
    dated: to === undefined ? 'no' : 'yes',
    date: to === undefined ? '' : dayText(to, today, locale),
  };
  if (asked === 'ownership') return <Notice tone="warning">{t('panel.reachAwayOwner', facts)}</Notice>;
  return standIn ? (
    <Notice>{t('panel.reachAway', { ...facts, standIn: standIn.displayName })}</Notice>
  ) : (
    <Notice tone="warning">{t('panel.reachAwayAlone', facts)}</Notice>
  );
}
