import type { AgreementView } from '../../src/contract/answers';
import { DateText, MomentText } from '../ui/date-text';
import { dayText } from '../../src/contract/texts/dates';
import { useSurroundings, useToday } from '../ui/surroundings';
import { Text, useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';
import { returnText } from './return-causes';
import { Fact } from '../charter-form/fact';

/** What an agreement went through: offers, dates that moved, deliveries, returns. Speaks of the handoff, never of blame. */
export function LifeFacts({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const { nameOf } = useFormContext();
  const { breach, lastReturn, providerZone, rework, rounds } = agreement;
  return (
    <>
      {agreement.status === 'countered' && (
        <>
          {agreement.counter.deliverable !== undefined && (
            <Fact label={t('agreement.offered')}>{agreement.counter.deliverable}</Fact>
          )}
          <Fact label={t('agreement.offeredBy')}>
            <DateText date={agreement.counter.committedBy} zone={providerZone} />
          </Fact>
          <Fact label={t('agreement.offerReason')}>{agreement.counter.reason}</Fact>
        </>
      )}
      {agreement.status === 'acknowledged' && agreement.renegotiation && (
        <Fact label={t('agreement.newDateReason')}>
          {agreement.renegotiation.reason}{' '}
          <span className="hf-subtle">
            ({nameOf(agreement.renegotiation.proposedBy)}, <MomentText at={agreement.renegotiation.at} />)
          </span>
        </Fact>
      )}
      {agreement.status === 'acknowledged' && agreement.confirmedAt !== undefined && (
        <Fact label={t('agreement.confirmedAt')}>
          <MomentText at={agreement.confirmedAt} exact />
        </Fact>
      )}
      {agreement.status === 'acknowledged' && agreement.doubt && (
        <Fact label={t('agreement.doubtReason')}>
          {agreement.doubt.reason}{' '}
          <span className="hf-subtle">
            (<MomentText at={agreement.doubt.at} />)
          </span>
        </Fact>
      )}
      <DateChanges agreement={agreement} />
      {(agreement.status === 'delivered' || agreement.status === 'accepted') && (
        <>
          <Fact label={t('agreement.evidence')}>{agreement.evidence}</Fact>
          <Fact label={t('agreement.deliveredAt')}>
            <MomentText at={agreement.deliveredAt} exact />
          </Fact>
        </>
      )}
      {agreement.status === 'accepted' && (
        <Fact label={t('agreement.acceptedAt')}>
          <MomentText at={agreement.acceptedAt} exact />
        </Fact>
      )}
      {lastReturn && (
        <Fact label={t('agreement.lastReturn')}>
          {t(returnText[lastReturn.cause])}: “{lastReturn.reason}”, <MomentText at={lastReturn.at} />
        </Fact>
      )}
      {(rounds > 1 || rework > 0) && (
        <Fact label={t('agreement.rounds')}>
          {[rounds > 1 && t('agreement.asked', { count: rounds }), t('agreement.returned', { count: rework })]
            .filter(Boolean)
            .join(', ')}
        </Fact>
      )}
      {breach && (
        <Fact label={t('agreement.handoff')}>
          {t(breach.side === 'late' ? 'agreement.breachLate' : 'agreement.breachSpec')}
        </Fact>
      )}
    </>
  );
}

function DateChanges({ agreement: { dateChanges } }: { agreement: AgreementView }) {
  const t = useText();
  const { locale } = useSurroundings();
  const today = useToday();
  const { nameOf } = useFormContext();
  if (dateChanges.length === 0) return null;
  return (
    <Fact label={t('agreement.dateChanges')}>
      {dateChanges.map(({ at, by, from, to, reason }) => (
        <div key={at}>
          <Text
            id="agreement.dateChange"
            values={{
              person: nameOf(by),
              from: dayText(from, today, locale),
              to: dayText(to, today, locale),
              reason,
            }}
          />
        </div>
      ))}
    </Fact>
  );
}
