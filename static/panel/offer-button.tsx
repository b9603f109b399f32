import { useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import { useText, type Translate } from '../ui/text';
import { useDesk, type Desk, type Section } from './desk';
import { stepText, takeStep } from '../agreement-forms/step-words';
import { followVerb, isFollowOffer } from './model/follow-offers';
import type { Offer } from './model/offers';
import { useOfferConsequence } from './use-consequence';

/** The verb on an offer's button. */
function verb(offer: Offer, desk: Desk, t: Translate): string {
  if (isFollowOffer(offer)) return t(followVerb(offer));
  switch (offer.kind) {
    case 'nominate':
      return t(isReplacement(desk) ? 'panel.nominateOther' : 'panel.nominate');
    case 'nominate-now':
      return t('panel.nominatePerson', { person: desk.nameOf(offer.accountId) });
    case 'accept-nomination':
      return t('panel.accept');
    case 'decline-nomination':
      return t('panel.decline');
    case 'hand-back':
      return t('panel.handBack');
    case 'write-brief':
      return t(desk.answer.charter.brief ? 'panel.changeBrief' : 'panel.writeBrief');
    case 'grant-authority':
      return t(desk.answer.charter.authority ? 'panel.renewAuthority' : 'panel.grantAuthority');
    case 'declare-none':
      return t('panel.declareNone');
    case 'declare-no-further':
      return t('panel.declareNoFurther');
    case 'request':
      return t(
        (offer.prefill.providerIssueKey ?? offer.prefill.provider) ? 'panel.makeAgreement' : 'panel.request',
      );
    case 'waive':
      return t('waiver.waive');
    case 'end-waiver':
      return t('waiver.end');
    default:
      return t(
        stepText(
          offer.kind,
          desk.answer.charter.agreements.find(({ id }) => id === offer.agreementId),
        ),
      );
  }
}

const isReplacement = ({ answer: { charter } }: Desk): boolean =>
  charter.dri !== null || charter.declinedNomination !== null;

/** Does the offer, or opens the form that does. */
async function take(offer: Offer, section: Section, desk: Desk, t: Translate): Promise<void> {
  if (isFollowOffer(offer)) return desk.open(offer);
  switch (offer.kind) {
    case 'nominate':
    case 'decline-nomination':
    case 'grant-authority':
    case 'request':
    case 'hand-back':
    case 'write-brief':
    case 'waive':
    case 'end-waiver':
      return desk.open(offer);
    case 'nominate-now': {
      const said = t('panel.saidNominated', { person: desk.nameOf(offer.accountId) });
      return desk.act(section, 'dri/nominate', { accountId: offer.accountId }, said);
    }
    case 'accept-nomination':
      return desk.act(section, 'dri/accept', {}, t('panel.saidAccepted'));
    case 'declare-none':
      return desk.act(section, 'dependencies/declare-none', {}, t('panel.saidDeclaredNone'));
    case 'declare-no-further':
      return desk.act(section, 'dependencies/declare-no-further', {}, t('panel.saidDeclaredNoFurther'));
    default:
      return takeStep(
        offer,
        { act: (key, input, said) => desk.act(section, key, input, said), open: desk.open },
        t,
      );
  }
}

function OfferButton({
  offer,
  section,
  isPrimary,
  describedBy,
  about,
}: {
  offer: Offer;
  section: Section;
  isPrimary: boolean;
  describedBy: string | undefined;
  /** What the button is about, for those who hear it out of its row. */
  about: string | undefined;
}) {
  const t = useText();
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const label = verb(offer, desk, t);
  return (
    <Button
      spacing="compact"
      appearance={isPrimary ? 'primary' : 'default'}
      isLoading={busy}
      {...(about !== undefined && { 'aria-label': `${label}: ${about}` })}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      onClick={() => {
        setBusy(true);
        void take(offer, section, desk, t).finally(() => setBusy(false));
      }}
    >
      {label}
    </Button>
  );
}

/** The buttons for some offers, and what the first of them leads to. */
export function Offers({
  offers,
  section,
  about,
  firstIsPrimary = true,
}: {
  offers: readonly Offer[];
  section: Section;
  about?: string;
  firstIsPrimary?: boolean;
}) {
  const id = useId();
  const [first] = offers;
  const consequence = useOfferConsequence(first);
  if (!first) return null;
  return (
    <div className="hf-offers">
      <div className="hf-actions">
        {offers.map((offer, place) => (
          <OfferButton
            key={offer.kind}
            offer={offer}
            section={section}
            about={about}
            isPrimary={firstIsPrimary && place === 0}
            describedBy={place === 0 && consequence !== null ? id : undefined}
          />
        ))}
      </div>
      {consequence !== null && (
        <div className="hf-consequence" id={id}>
          {consequence}
        </div>
      )}
    </div>
  );
}
