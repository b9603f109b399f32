import { strictest, type TransitionRule } from '../../src/domain/policy/policy';
import { RULES, type Checkpoint } from '../../src/domain/policy/rules';
import { Text, useText } from '../ui/text';

/** What a transition with this rule asks of whoever moves a work item, in a paragraph. */
export function RuleSummary({
  rule,
  asks,
  isComplete = true,
}: {
  rule: TransitionRule;
  /** `either`: the rule names no checkpoint, and both are asked. */
  asks: Checkpoint | 'either';
  /** False while it is not yet known whether a mode is saved with it. */
  isComplete?: boolean | undefined;
}) {
  const t = useText();
  const also = RULES.filter((id) => rule.alsoBlock.includes(id));
  const mode = rule.mode === 'coach' || rule.mode === 'enforce' ? rule.mode : 'inherit';
  return (
    <div className="hf-rule-summary">
      <p>
        {t(`rule.summary.${asks}`)} {t(`rule.summary.mode.${mode}`)}{' '}
        {t(`rule.summary.outage.${rule.onOutage}`)} {isComplete && <PolicyUnread rule={rule} />}
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

/** What happens while the gate cannot read the policy, and so does not know whether the project enforces. */
function PolicyUnread({ rule: { mode, savedMode, onOutage } }: { rule: TransitionRule }) {
  // An outage that lets every move pass asks for no mode, and has been told.
  if (onOutage === 'open') return null;
  if (mode === 'enforce') return <Text id="rule.summary.unread.own" />;
  return savedMode === undefined ? (
    <Text id="rule.summary.unread.none" />
  ) : (
    <Text id="rule.summary.unread.saved" values={{ mode: strictest(savedMode, mode) }} />
  );
}
