import { localDate } from '../../../../src/domain/time/local-date';
import { openNeeds } from '../../../../src/domain/charter/check-in/check-ins';
import type { CheckIn, Need, NextMove } from '../../../../src/domain/charter/check-in/check-in';
import { DateText, MomentText } from '../../../ui/date-text';
import { StateWord } from '../../../ui/state-word';
import { dayText } from '../../../../src/contract/texts/dates';
import { useSurroundings, useToday } from '../../../ui/surroundings';
import { Text, useText } from '../../../ui/text';
import { usePanel } from '../../panel-context';
import { latestCheckIns, nextCheckIn } from '../../model/follow-through';
import { allowed } from '../../model/offers';
import { Offers } from '../../offer-button';
import { bold } from '../../../ui/bold';

/** The last answers, when the next is due, and what the last one still needs. */
export function CheckIns() {
  const t = useText();
  const { answer } = usePanel();
  const { locale, timeZone } = useSurroundings();
  const today = useToday();
  const latest = latestCheckIns(answer);
  const needs = openNeeds(answer.charter);
  const next = nextCheckIn(answer);
  if (next.kind === 'nobody' && latest.length === 0) return null;
  return (
    <div className="hf-follow-part">
      <h3 className="hf-heading hf-heading-small">{t('follow.checkIns')}</h3>
      {answer.checkIn.offTrackSince !== undefined && (
        <p>
          <StateWord tone="problem">
            {t('follow.offTrackSince', {
              date: dayText(localDate(answer.checkIn.offTrackSince, timeZone), today, locale),
            })}
          </StateWord>
        </p>
      )}
      {latest.length > 0 && (
        <ol className="hf-checkins" aria-label={t('follow.latest')}>
          {latest.map((checkIn) => (
            <Entry key={checkIn.at} checkIn={checkIn} />
          ))}
        </ol>
      )}
      <NextLine isFirst={latest.length === 0} />
      {needs.length > 0 && (
        <>
          <h3 className="hf-heading hf-heading-small">{t('follow.needsHeading')}</h3>
          <ul className="hf-follow-lines">
            {needs.map((need, place) => (
              <NeedLine key={need.id ?? place} need={need} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Entry({
  checkIn: { at, onTrack, biggestRisk, decision, next, answers = [] },
}: {
  checkIn: CheckIn;
}) {
  const t = useText();
  const atRisk = answers.filter(({ answer }) => answer === 'at-risk').length;
  return (
    <li className={`hf-checkin ${onTrack ? 'hf-checkin-on' : 'hf-checkin-off'}`}>
      <div className="hf-actions">
        <StateWord tone={onTrack ? 'good' : 'attention'}>
          {t(onTrack ? 'follow.onTrackState' : 'follow.offTrackState')}
        </StateWord>
        <span className="hf-subtle hf-small">
          <MomentText at={at} />
        </span>
      </div>
      <p dir="auto">
        <Text id="follow.risk" values={{ b: bold, what: biggestRisk }} />
      </p>
      {decision !== undefined && (
        <p dir="auto">
          <Text id="follow.decided" values={{ b: bold, what: decision }} />
        </p>
      )}
      {atRisk > 0 && <p>{t('follow.atRiskCount', { count: atRisk })}</p>}
      {next && <Next next={next} />}
    </li>
  );
}

/** What comes next, by their own word. */
function Next({ next: { choice: chosen, until, reason } }: { next: NextMove }) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const choice = chosen === 'new-date' ? 'day' : chosen;
  return (
    <p dir="auto">
      <Text id="follow.nextSaid" values={{ b: bold, choice }} />
      {until !== undefined && t('follow.nextDay', { choice, date: dayText(until, today, locale) })}
      {reason !== undefined && (
        <>
          {' '}
          <q>{reason}</q>
        </>
      )}
    </p>
  );
}

function NextLine({ isFirst }: { isFirst: boolean }) {
  const t = useText();
  const { answer } = usePanel();
  const { timeZone } = useSurroundings();
  const next = nextCheckIn(answer);
  if (next.kind === 'nobody') return null;
  return (
    <p className="hf-subtle">
      {isFirst && next.kind !== 'resting' && `${t('follow.noneYet')} `}
      {next.kind === 'resting' ? (
        isFirst && t('follow.notStarted')
      ) : next.kind === 'due' ? (
        <>
          <StateWord tone="attention">{t('follow.stateDue')}</StateWord>{' '}
          <Text id="follow.wasDue" values={{ date: <DateText date={localDate(next.at, timeZone)} /> }} />
        </>
      ) : (
        <Text id="follow.nextBy" values={{ date: <DateText date={localDate(next.at, timeZone)} /> }} />
      )}
    </p>
  );
}

/** Something still needed becomes an agreement or a question with one click. */
function NeedLine({ need: { id: needId, accountId, what } }: { need: Need }) {
  const { answer, nameOf } = usePanel();
  const offers = allowed(answer, [
    { kind: 'request', prefill: { deliverable: what, provider: accountId, needId } },
    { kind: 'ask-decision', prefill: { question: what, toAccountId: accountId, needId } },
  ]);
  return (
    <li className="hf-follow-line">
      <div className="hf-finding-words" dir="auto">
        <Text id="follow.need" values={{ b: bold, person: nameOf(accountId), what }} />
      </div>
      <Offers offers={offers} section="follow" about={what} firstIsPrimary={false} />
    </li>
  );
}
