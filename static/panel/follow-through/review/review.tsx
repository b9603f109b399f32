import type { ReviewChoice } from '../../../../src/domain/charter/review/review';
import { DateText, MomentText } from '../../../ui/date-text';
import { Text, useText, type TextId } from '../../../ui/text';
import { usePanel } from '../../panel-context';
import { silentSince } from '../../model/follow-through';
import { isFollowThroughOffer, reviewOffers } from '../../model/follow-through-offers';
import { allowed } from '../../model/offers';
import { Offers } from '../../offer-button';

const said = {
  recommit: 'follow.reviewRecommit',
  're-date': 'follow.reviewRedate',
  release: 'follow.reviewRelease',
} as const satisfies Readonly<Record<ReviewChoice, TextId>>;

/** Past its review date a commitment is kept, moved or let go; silence is shown as silence. */
export function Review() {
  const t = useText();
  const { answer, nameOf, form } = usePanel();
  const { dri, review } = answer.charter;
  const since = silentSince(answer);
  const offers = since === null ? [] : allowed(answer, reviewOffers);
  if (since === null && !review) return null;
  return (
    <div className="hf-follow-part">
      <h3 className="hf-heading hf-heading-small">{t('follow.review')}</h3>
      {since !== null && (
        <div className="hf-follow-line">
          <div className="hf-finding-words">
            <Text id="follow.reviewSilence" values={{ date: <DateText date={since} /> }} />{' '}
            {offers.length === 0 && dri && t('follow.reviewAsked', { person: nameOf(dri.accountId) })}
          </div>
          {!(form && isFollowThroughOffer(form)) && (
            <Offers offers={offers} section="follow" firstIsPrimary={false} />
          )}
        </div>
      )}
      {since === null && review && (
        <div>
          <Text
            id={said[review.choice]}
            values={{ person: nameOf(review.by), when: <MomentText at={review.at} /> }}
          />
          {review.reason !== undefined && (
            <blockquote className="hf-quote" dir="auto">
              {review.reason}
            </blockquote>
          )}
        </div>
      )}
    </div>
  );
}
