import type { ProviderAnswer } from '../../src/contract/answers';
import { DateText } from '../ui/date-text';
import { Notice } from '../ui/notice';
import { StateWord } from '../ui/state-word';
import { useText } from '../ui/text';

const states = {
  requested: { tone: 'waiting', text: 'panel.stateForYou' },
  acknowledged: { tone: 'good', text: 'panel.stateAcknowledged' },
  declined: { tone: 'problem', text: 'panel.stateDeclined' },
  withdrawn: { tone: 'quiet', text: 'panel.stateWithdrawn' },
} as const;

/** For a provider who may not see the work item: their agreement, and nothing else of it. */
export function ProviderView({ answer }: { answer: ProviderAnswer }) {
  const t = useText();
  const { agreement } = answer;
  const state = states[agreement.status];
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
            <DateText date={agreement.neededBy} zone={agreement.providerZone} />
          </dd>
          <dt>{t('panel.acceptance')}</dt>
          <dd>{agreement.acceptance}</dd>
        </dl>
        <Notice>{t('panel.onlyYours')}</Notice>
      </section>
    </div>
  );
}
