import { ActionProblem } from '../../ui/call-problem';
import { MomentText } from '../../ui/date-text';
import { Person } from '../../ui/person';
import { StateWord } from '../../ui/state-word';
import { Text, useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { allowed, mayDo, type Offer } from '../model/offers';
import { offersAt, placeId, primaryPlace } from '../model/places';
import { AwayLine } from '../away-line';
import { FormInPlace } from '../form-in-place';
import { Offers } from '../offer-button';
import { headingId } from '../use-focus-return';
import { sectionOf } from '../use-panel-state';
import { AuthorityLine } from './authority-line';
import { BriefLine } from './brief-line';
import { VitalLine } from './vital-line';

/** The one person who answers for the work item, and what they may decide. */
export function OwnerSection() {
  const t = useText();
  const { answer, form, problemIn, reload } = usePanel();
  const problem = problemIn('owner');
  return (
    <section id={placeId('owner')} tabIndex={-1} className="hf-place">
      <h2 className="hf-heading hf-heading-small" id={headingId('owner')} tabIndex={-1}>
        {t('panel.owner')}
      </h2>
      {problem && <ActionProblem problem={problem} onCheck={reload} />}
      {answer.charter.dri ? <Dri /> : <Nobody />}
      <AuthorityLine />
      <BriefLine />
      <VitalLine />
      <FormInPlace form={form && sectionOf(form) === 'owner' ? form : null} />
    </section>
  );
}

function Dri() {
  const t = useText();
  const { answer, checkpoint, nameOf, form: open } = usePanel();
  const form = open && sectionOf(open) === 'owner';
  const { dri } = answer.charter;
  if (!dri) return null;
  const accepted = dri.status === 'accepted';
  const answers: Offer[] = [{ kind: 'accept-nomination' }, { kind: 'decline-nomination' }];
  const asked = answers.every((offer) => mayDo(answer, offer));
  const others: Offer[] = accepted ? [{ kind: 'nominate' }, { kind: 'hand-back' }] : [{ kind: 'nominate' }];
  const offers = asked ? answers : offersAt(answer, checkpoint, 'owner', allowed(answer, others));
  const primary = primaryPlace(answer, checkpoint);
  return (
    <div className="hf-owner">
      <div className="hf-owner-who">
        <Person accountId={dri.accountId} people={answer.people} size="medium" me={answer.me.accountId} />
        <StateWord tone={accepted ? 'good' : 'waiting'}>
          {t(accepted ? 'panel.stateAccepted' : 'panel.stateNominated')}
        </StateWord>
        {!accepted && dri.reach === null && (
          <StateWord tone="attention">{t('panel.stateUnreached')}</StateWord>
        )}
        <span className="hf-subtle hf-small">
          {accepted && dri.acceptedAt !== undefined ? (
            <Text id="panel.acceptedSince" values={{ when: <MomentText at={dri.acceptedAt} /> }} />
          ) : (
            <Text
              id="panel.nominatedBy"
              values={{ person: nameOf(dri.nominatedBy), when: <MomentText at={dri.nominatedAt} /> }}
            />
          )}
        </span>
      </div>
      {!accepted && <AwayLine accountId={dri.accountId} asked="ownership" />}
      {!form && (
        <Offers
          offers={offers}
          section="owner"
          firstIsPrimary={primary === null ? asked : primary === 'owner'}
        />
      )}
    </div>
  );
}

function Nobody() {
  const t = useText();
  const { answer, checkpoint, nameOf, form: open } = usePanel();
  const form = open && sectionOf(open) === 'owner';
  const declined = answer.charter.declinedNomination;
  const suggested = declined?.suggestedAccountId;
  const offers: Offer[] =
    suggested === undefined
      ? [{ kind: 'nominate' }]
      : [{ kind: 'nominate-now', accountId: suggested }, { kind: 'nominate' }];
  return (
    <div className="hf-owner">
      <div className="hf-owner-none">
        <p>{t(answer.me.canEdit ? 'panel.nobodyYet' : 'panel.nobodyYetReader')}</p>
        {declined && (
          <p className="hf-subtle">
            <Text
              id={declined.handedBack ? 'panel.handedBack' : 'panel.nominationDeclined'}
              values={{
                person: nameOf(declined.accountId),
                when: <MomentText at={declined.at} />,
                reason: declined.reason,
              }}
            />{' '}
            {suggested !== undefined && t('panel.nominationSuggestion', { person: nameOf(suggested) })}
          </p>
        )}
      </div>
      {!form && (
        <Offers
          offers={offersAt(answer, checkpoint, 'owner', allowed(answer, offers))}
          section="owner"
          firstIsPrimary={primaryPlace(answer, checkpoint) === 'owner'}
        />
      )}
    </div>
  );
}
