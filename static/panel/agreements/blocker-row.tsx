import type { Blocker, NamedBlocker } from '../../../src/domain/gate/item';
import { IssueLink } from '../../ui/issue-link';
import { StateWord } from '../../ui/state-word';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { mayDo, type Offer } from '../model/offers';
import { placeId, primaryPlace, type Place } from '../model/places';
import { Offers } from '../offer-button';

const placeOfBlocker = ({ issueKey }: Pick<NamedBlocker, 'issueKey'>): Place => `blocker-${issueKey}`;

/** A link in Jira that says something stands in the way, and that nobody has promised. */
export function BlockerRow({ blocker, withStep }: { blocker: Blocker; withStep: boolean }) {
  const t = useText();
  return (
    <tr
      role="row"
      className="hf-row hf-row-unmapped hf-place"
      {...(!blocker.hidden && { id: placeId(placeOfBlocker(blocker)), tabIndex: -1 })}
    >
      <td role="cell" className="hf-cell-promise">
        {blocker.hidden ? (
          <span className="hf-subtle">{t('panel.blockerHidden')}</span>
        ) : (
          <>
            <IssueLink issueKey={blocker.issueKey} /> {blocker.summary}
          </>
        )}
      </td>
      <td role="cell" className="hf-cell-who hf-subtle" data-label={t('panel.columnWho')}>
        {t('panel.nobodyAsked')}
      </td>
      <td role="cell" className="hf-cell-by hf-subtle" data-label={t('panel.columnBy')}>
        {t('panel.noDate')}
      </td>
      <td role="cell" className="hf-cell-state">
        <StateWord tone="quiet">{t('panel.stateUnmapped')}</StateWord>
      </td>
      {withStep && <td role="cell" className="hf-cell-step" />}
      <td role="cell" className="hf-cell-action">
        {!blocker.hidden && <Request blocker={blocker} />}
      </td>
    </tr>
  );
}

function Request({ blocker: { issueKey, summary } }: { blocker: NamedBlocker }) {
  const { answer, checkpoint } = usePanel();
  const offer: Offer = { kind: 'request', prefill: { providerIssueKey: issueKey, deliverable: summary } };
  const offers = mayDo(answer, offer) ? [offer] : [];
  const isPrimary = primaryPlace(answer, checkpoint) === placeOfBlocker({ issueKey });
  return <Offers offers={offers} section="agreements" about={issueKey} firstIsPrimary={isPrimary} />;
}
