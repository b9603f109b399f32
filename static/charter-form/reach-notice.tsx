import type { Success } from '../../src/contract/answers';
import type { AwayAhead, AwayNow } from '../../src/domain/team/presence';
import { datePlus } from '../../src/domain/time/time';
import type { IsoDate, PersonFact } from '../../src/domain/values';
import { Notice } from '../ui/notice';
import { useText } from '../ui/text';
import { useToday } from '../ui/surroundings';
import { useCall } from '../ui/use-call';
import { useAheadText, useAwayText, type AskedFor } from './use-away-text';

interface Asked {
  readonly person: PersonFact;
  /** An agreement can be told alone, to who may not see the item. */
  readonly asked: AskedFor;
  /** The issue that is to answer an agreement; nothing else can be told through one. */
  readonly providerIssueKey?: string | undefined;
  /** The day it is asked for, as it stands in its field; absent or empty: an answer within some days. */
  readonly neededBy?: IsoDate | undefined;
}

/** Days within which an answer is hoped for, where no day is asked for. */
const ANSWERED_WITHIN_DAYS = 7;

/**
 * Says, before somebody is asked, that they cannot see what they are asked about, or that they are away, or will be before
 * the day it is asked for, and who answers meanwhile. Says nothing where nothing is known.
 */
export function ReachNotice({ person, ...asked }: Omit<Asked, 'person'> & { person: PersonFact | null }) {
  return person && <Known key={person.accountId} person={person} {...asked} />;
}

function Known({ person, providerIssueKey, asked, neededBy }: Asked) {
  const today = useToday();
  const { loaded } = useCall('person/reach', {
    accountId: person.accountId,
    ...(providerIssueKey !== undefined && { providerIssueKey }),
  });
  if (loaded.status !== 'ready') return null;
  const { away, ahead, people } = loaded.data;
  const until = neededBy || datePlus(today, ANSWERED_WITHIN_DAYS);
  const begins = ahead && (ahead.days === undefined || ahead.days.from <= until) ? ahead : undefined;
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
      {begins && (
        <Ahead
          person={person}
          asked={asked}
          ahead={begins}
          standIn={begins.standIn ? people[begins.standIn] : undefined}
        />
      )}
    </>
  );
}

function Unseen({
  person,
  asked,
  answer,
}: Omit<Asked, 'providerIssueKey' | 'neededBy'> & { answer: Success<'person/reach'> }) {
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

interface Absent extends Omit<Asked, 'providerIssueKey' | 'neededBy'> {
  readonly standIn: PersonFact | undefined;
}

function Away({ person, asked, away, standIn }: Absent & { away: AwayNow }) {
  const awayText = useAwayText();
  const isAnswered = asked !== 'ownership' && standIn !== undefined;
  return (
    <Notice tone={isAnswered ? 'information' : 'warning'}>
      {awayText(person.displayName, asked, away, standIn?.displayName)}
    </Notice>
  );
}

function Ahead({ person, asked, ahead, standIn }: Absent & { ahead: AwayAhead }) {
  const aheadText = useAheadText();
  const isAnswered = asked !== 'ownership' && standIn !== undefined;
  return (
    <Notice tone={isAnswered ? 'information' : 'warning'}>
      {aheadText(person.displayName, asked, ahead, standIn?.displayName)}
    </Notice>
  );
}
