import type { ProviderAnswer } from '../../src/contract/answers';
import { isPromised, type AgreementStatus } from '../../src/domain/agreement/agreement';
import { DateText } from '../ui/date-text';
import { Notice } from '../ui/notice';
import { StateWord, type Tone } from '../ui/state-word';
import { useText, type TextId } from '../ui/text';

/** Told as what the reader just did: nobody but the provider comes here. */
const states: Readonly<Record<AgreementStatus, { readonly tone: Tone; readonly text: TextId }>> = {
  requested: { tone: 'waiting', text: 'panel.stateRequested' },
  countered: { tone: 'waiting', text: 'agreement.stateCountered' },
  acknowledged: { tone: 'good', text: 'panel.stateAcknowledged' },
  delivered: { tone: 'good', text: 'agreement.stateDelivered' },
  accepted: { tone: 'good', text: 'agreement.stateAccepted' },
  declined: { tone: 'problem', text: 'panel.stateDeclined' },
  withdrawn: { tone: 'quiet', text: 'panel.stateWithdrawn' },
};

/** For a provider who may not see the work item: their agreement, and nothing else of it. */
export function ProviderView({ answer }: { answer: ProviderAnswer }) {
  const t = useText();
  const { agreement } = answer;
  const { providerZone } = agreement;
  const state = states[agreement.status];
  const renegotiation = agreement.status === 'acknowledged' ? agreement.renegotiation : undefined;
  return (
    <div className="hf-panel">
      <section className="hf-stack">
        <h2 className="hf-heading">{agreement.deliverable}</h2>
        <div className="hf-actions">
          <StateWord tone={state.tone}>{t(state.text)}</StateWord>
        </div>
        <dl className="hf-facts">
          <dt>{t('panel.columnBy')}</dt>
          <dd>
            <DateText
              date={isPromised(agreement) ? agreement.committedBy : agreement.neededBy}
              zone={providerZone}
            />
          </dd>
          {agreement.status === 'countered' && (
            <>
              <dt>{t('agreement.offeredBy')}</dt>
              <dd>
                <DateText date={agreement.counter.committedBy} zone={providerZone} />
              </dd>
            </>
          )}
          {renegotiation && (
            <>
              <dt>{t('agreement.newDate')}</dt>
              <dd>
                <DateText date={renegotiation.committedBy} zone={providerZone} />
              </dd>
            </>
          )}
          {(agreement.status === 'delivered' || agreement.status === 'accepted') && (
            <>
              <dt>{t('agreement.evidence')}</dt>
              <dd>{agreement.evidence}</dd>
            </>
          )}
          <dt>{t('panel.acceptance')}</dt>
          <dd>{agreement.acceptance}</dd>
        </dl>
        <Notice>{t('panel.onlyYours')}</Notice>
      </section>
    </div>
  );
}
