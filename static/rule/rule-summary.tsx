import type { TransitionRule } from '../../src/domain/policy/policy';
import { RULES } from '../../src/domain/gate/rules';
import { useText } from '../ui/text';

/** What a transition with this rule asks of whoever moves a work item, in a paragraph. */
export function RuleSummary({ rule }: { rule: TransitionRule }) {
  const t = useText();
  const also = RULES.filter((id) => rule.alsoBlock.includes(id));
  const mode = rule.mode === 'coach' || rule.mode === 'enforce' ? rule.mode : 'inherit';
  return (
    <div className="hf-rule-summary">
      <p>
        {t(`rule.summary.${rule.checkpoint}`)} {t(`rule.summary.mode.${mode}`)}{' '}
        {t(`rule.summary.outage.${rule.onOutage}`)}
      </p>
      {also.length > 0 && (
        <>
          <p>{t('rule.summary.also')}</p>
          <ul>
            {also.map((id) => (
              <li key={id}>{t(`policy.rule.${id}`)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
