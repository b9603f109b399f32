import { useText } from '../../ui/text';
import { FormInPlace } from '../form-in-place';
import { usePanel } from '../panel-context';
import { isFollowThroughOffer } from '../model/follow-through-offers';
import { nextCheckIn } from '../model/follow-through';
import { allowed, type Offer } from '../model/offers';
import { placeId, primaryPlace } from '../model/places';
import { Offers } from '../offer-button';
import { headingId } from '../use-focus-return';
import { CheckIns } from './check-in/check-ins';
import './follow-through.css';
import { Gaps } from './gap/gaps';
import { PaperOwnerQuestion } from './paper-owner/paper-owner-question';
import { Questions } from './escalation/questions';
import { Review } from './review/review';
import '../../follow-through/texts';

/** What keeps promises alive once they are made: check-ins, questions, gaps, and the look back at the whole. */
export function FollowThroughSection() {
  const t = useText();
  const { answer, checkpoint, form } = usePanel();
  const offers: Offer[] = [
    { kind: 'check-in' },
    { kind: 'ask-decision', prefill: {} },
    { kind: 'raise-gap' },
  ];
  const primary = primaryPlace(answer, checkpoint);
  const open = form && isFollowThroughOffer(form) ? form : null;
  return (
    <section className="hf-follow hf-place" id={placeId('follow')} tabIndex={-1}>
      <div className="hf-section-line">
        <h2 className="hf-heading hf-heading-small" id={headingId('follow')} tabIndex={-1}>
          {t('follow.title')}
        </h2>
        {!open && (
          <Offers
            offers={allowed(answer, offers)}
            section="follow"
            firstIsPrimary={primary === null ? nextCheckIn(answer).kind === 'due' : primary === 'follow'}
          />
        )}
      </div>
      <FormInPlace form={open} />
      <Review />
      <CheckIns />
      <Questions />
      <Gaps />
      <PaperOwnerQuestion />
    </section>
  );
}
