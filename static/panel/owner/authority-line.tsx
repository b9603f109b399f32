import { useState } from 'react';
import { authorityOf } from '../../../src/domain/charter/charter';
import { todayOfDri } from '../../../src/domain/charter/ownership/dri-zone';
import { bold } from '../../ui/bold';
import { DateText, MomentText } from '../../ui/date-text';
import { Disclosure } from '../../ui/disclosure';
import { StateWord } from '../../ui/state-word';
import { Text, useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { mayDo } from '../model/offers';
import { placeId, primaryPlace } from '../model/places';
import { Offers } from '../offer-button';

/** What the DRI may decide alone: one line, the whole grant one click away. */
export function AuthorityLine() {
  const t = useText();
  const { answer, checkpoint } = usePanel();
  const { authority, dri } = answer.charter;
  const [open, setOpen] = useState(false);
  if (!dri) return null;
  const state = authorityOf(answer.charter, todayOfDri(answer.charter, answer.policy, answer.now));
  const offers = mayDo(answer, { kind: 'grant-authority' }) ? [{ kind: 'grant-authority' as const }] : [];
  return (
    <div className="hf-authority hf-place" id={placeId('authority')} tabIndex={-1}>
      <div className="hf-authority-words">
        {state === 'missing' || !authority ? (
          <p className="hf-subtle">{t('panel.authorityMissing')}</p>
        ) : (
          <>
            {state === 'expired' && <StateWord tone="attention">{t('panel.authorityExpired')}</StateWord>}
            <Disclosure
              isOpen={open}
              onToggle={() => setOpen(!open)}
              label={
                authority.escalateWhen === undefined ? (
                  <Text id="panel.authorityLine" values={{ b: bold, decisions: authority.decisions }} />
                ) : (
                  <Text
                    id="panel.authorityLineEscalates"
                    values={{ b: bold, decisions: authority.decisions, escalateWhen: authority.escalateWhen }}
                  />
                )
              }
            >
              <GrantDetails />
            </Disclosure>
          </>
        )}
      </div>
      <Offers
        offers={offers}
        section="owner"
        firstIsPrimary={primaryPlace(answer, checkpoint) === 'authority'}
      />
    </div>
  );
}

function GrantDetails() {
  const t = useText();
  const { answer, nameOf } = usePanel();
  const { authority } = answer.charter;
  if (!authority) return null;
  const { decisions, boundaries, inputs, escalateWhen, expiresOn, grantedBy, grantedAt } = authority;
  return (
    <dl className="hf-facts">
      <dt>{t('panel.grantDecisions')}</dt>
      <dd dir="auto">{decisions}</dd>
      {boundaries !== undefined && (
        <>
          <dt>{t('panel.grantBoundaries')}</dt>
          <dd dir="auto">{boundaries}</dd>
        </>
      )}
      {inputs !== undefined && (
        <>
          <dt>{t('panel.grantInputs')}</dt>
          <dd dir="auto">{inputs}</dd>
        </>
      )}
      {escalateWhen !== undefined && (
        <>
          <dt>{t('panel.grantEscalate')}</dt>
          <dd dir="auto">{escalateWhen}</dd>
        </>
      )}
      <dt>{t('panel.grantExpires')}</dt>
      <dd>{expiresOn === undefined ? t('panel.grantNoEnd') : <DateText date={expiresOn} />}</dd>
      <dt>{t('panel.grantBy')}</dt>
      <dd>
        {nameOf(grantedBy)}, <MomentText at={grantedAt} />
      </dd>
    </dl>
  );
}
