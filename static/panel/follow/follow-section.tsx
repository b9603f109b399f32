import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { isFollowOffer } from '../model/follow-offers';
import { nextCheckIn } from '../model/follow';
import { allowed, type Offer } from '../model/offers';
import { Offers } from '../offer-button';
import { headingId } from '../use-panel-state';
import { CheckIns } from './check-ins';
import './follow.css';
import { FollowForms } from './follow-forms';
import { Gaps } from './gaps';
import { Hands } from './hands';
import { Questions } from './questions';
import { Review } from './review';
import '../../follow-forms/texts';

/** What keeps promises alive once they are made: check-ins, questions, gaps, and the look back at the whole. */
export function FollowSection() {
  const t = useText();
  const { answer, form } = usePanel();
  const offers: Offer[] = [
    { kind: 'check-in' },
    { kind: 'ask-decision', prefill: {} },
    { kind: 'raise-gap' },
  ];
  const isOpen = form !== null && isFollowOffer(form);
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
      <FollowForms />
      <Review />
      <CheckIns />
      <Questions />
      <Gaps />
      <Hands />
    </section>
  );
}
