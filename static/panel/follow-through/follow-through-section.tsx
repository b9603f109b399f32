import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { isFollowThroughOffer } from '../model/follow-through-offers';
import { nextCheckIn } from '../model/follow-through';
import { allowed, type Offer } from '../model/offers';
import { Offers } from '../offer-button';
import { headingId } from '../use-panel-state';
import { CheckIns } from './check-in/check-ins';
import './follow-through.css';
import { FollowThroughForms } from './follow-through-forms';
import { Gaps } from './gap/gaps';
import { PaperOwnerQuestion } from './paper-owner/paper-owner-question';
import { Questions } from './escalation/questions';
import { Review } from './review/review';
import '../../follow-through/texts';

/** What keeps promises alive once they are made: check-ins, questions, gaps, and the look back at the whole. */
export function FollowThroughSection() {
  const t = useText();
  const { answer, form } = usePanel();
  const offers: Offer[] = [
    { kind: 'check-in' },
    { kind: 'ask-decision', prefill: {} },
    { kind: 'raise-gap' },
  ];
  const isOpen = form !== null && isFollowThroughOffer(form);
  return (
    <section className="hf-follow">
      <div className="hf-section-line">
        <h2 className="hf-heading hf-heading-small" id={headingId('follow')} tabIndex={-1}>
          {t('follow.title')}
        </h2>
        {!isOpen && (
          <Offers
            offers={allowed(answer, offers)}
            section="follow"
            firstIsPrimary={nextCheckIn(answer).kind === 'due'}
          />
        )}
      </div>
      <FollowThroughForms />
      <Review />
      <CheckIns />
      <Questions />
      <Gaps />
      <PaperOwnerQuestion />
    </section>
  );
}
