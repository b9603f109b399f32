import { useId, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import { useText, type Translate } from '../ui/text';
import { usePanel, type PanelContextValue, type Section } from './panel-context';
import { stepText, takeStep } from '../agreement-forms/step-words';
import { followThroughVerb, isFollowThroughOffer } from './model/follow-through-offers';
import type { Offer } from './model/offers';
import { useOfferConsequence } from './use-consequence';

/** The verb on an offer's button. */
function verb(offer: Offer, panel: PanelContextValue, t: Translate): string {
  if (isFollowThroughOffer(offer)) return t(followThroughVerb(offer));
  switch (offer.kind) {
    case 'nominate':
      return t(isReplacement(panel) ? 'panel.nominateOther' : 'panel.nominate');
    case 'nominate-now':
      return t('panel.nominatePerson', { person: panel.nameOf(offer.accountId) });
    case 'accept-nomination':
      return t('panel.accept');
    case 'decline-nomination':
      return t('panel.decline');
    case 'hand-back':
      return t('panel.handBack');
    case 'write-brief':
      return t(panel.answer.charter.brief ? 'panel.changeBrief' : 'panel.writeBrief');
    case 'grant-authority':
      return t(panel.answer.charter.authority ? 'panel.renewAuthority' : 'panel.grantAuthority');
    case 'declare-none':
      return t('panel.declareNone');
    case 'declare-no-further':
      return t('panel.declareNoFurther');
    case 'request':
      return t(
        (offer.prefill.providerIssueKey ?? offer.prefill.provider) ? 'panel.makeAgreement' : 'panel.request',
      );
    case 'mark-vital':
      return t('panel.markVital');
    case 'unmark-vital':
      return t('panel.unmarkVital');
    case 'waive':
      return t('waiver.waive');
    case 'end-waiver':
      return t('waiver.end');
    default:
      return t(
        stepText(
          offer.kind,
          panel.answer.charter.agreements.find(({ id }) => id === offer.agreementId),
        ),
      );
  }
}

const isReplacement = ({ answer: { charter } }: PanelContextValue): boolean =>
  charter.dri !== null || charter.declinedNomination !== null;

/** Does the offer, or opens the form that does. */
async function take(offer: Offer, section: Section, panel: PanelContextValue, t: Translate): Promise<void> {
  if (isFollowThroughOffer(offer)) return panel.open(offer);
  switch (offer.kind) {
    case 'nominate':
    case 'decline-nomination':
    case 'grant-authority':
    case 'request':
    case 'hand-back':
    case 'write-brief':
    case 'waive':
    case 'end-waiver':
      return panel.open(offer);
    case 'nominate-now': {
      const said = t('panel.saidNominated', { person: panel.nameOf(offer.accountId) });
      return panel.act(section, 'dri/nominate', { accountId: offer.accountId }, said);
    }
    case 'accept-nomination':
      return panel.act(section, 'dri/accept', {}, t('panel.saidAccepted'));
    case 'declare-none':
      return panel.act(section, 'dependencies/declare-none', {}, t('panel.saidDeclaredNone'));
    case 'mark-vital':
      return panel.act(section, 'vital/set', { vital: true }, t('panel.saidVital'));
    case 'unmark-vital':
      return panel.act(section, 'vital/set', { vital: false }, t('panel.saidNotVital'));
    case 'declare-no-further':
      return panel.act(section, 'dependencies/declare-no-further', {}, t('panel.saidDeclaredNoFurther'));
    default:
      return takeStep(
        offer,
        { act: (key, input, said) => panel.act(section, key, input, said), open: panel.open },
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
  const panel = usePanel();
  const [busy, setBusy] = useState(false);
  const label = verb(offer, panel, t);
  return (
    <Button
      spacing="compact"
      appearance={isPrimary ? 'primary' : 'default'}
      isLoading={busy}
      {...(about !== undefined && { 'aria-label': `${label}: ${about}` })}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      onClick={() => {
        setBusy(true);
        void take(offer, section, panel, t).finally(() => setBusy(false));
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
