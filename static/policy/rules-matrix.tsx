import { SEVERITIES, type Checkpoint, type RuleId, type Severity } from '../../src/domain/policy/rules';
import type { RuleSeverities } from '../../src/domain/policy/policy';
import { Choice } from '../ui/choice';
import { Section } from '../ui/choices';
import { RULE_GROUPS } from '../ui/rule-groups';
import { Text, useText } from '../ui/text';
import '../ui/table.css';
import { CHECKPOINTS, checkpointText, severityText } from './words';

/** What must be true at which checkpoint, and how much it weighs. A changed cell says what it was. */
export function RulesMatrix({
  rules,
  saved,
  isDisabled,
  onChange,
}: {
  rules: RuleSeverities;
  saved: RuleSeverities;
  isDisabled: boolean;
  onChange: (rule: RuleId, checkpoint: Checkpoint, severity: Severity) => void;
}) {
  const t = useText();
  return (
    <Section id="hf-rules" title={<Text id="policy.rules" />}>
      <p className="hf-subtle">
        <Text id="policy.rulesHelp" />
      </p>
      <table className="hf-data hf-data-fixed" aria-labelledby="hf-rules">
        <thead>
          <tr>
            <th scope="col">
              <Text id="policy.rulesColumn" />
            </th>
            {CHECKPOINTS.map((checkpoint) => (
              <th scope="col" key={checkpoint}>
                <Text id={checkpointText[checkpoint]} />
                <span className="hf-matrix-when hf-small">
                  <Text id={checkpoint === 'start' ? 'policy.startWhen' : 'policy.finishWhen'} />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        {RULE_GROUPS.map(({ name, rules: ids }) => (
          <tbody key={name}>
            <tr>
              <th scope="rowgroup" colSpan={1 + CHECKPOINTS.length}>
                <Text id={`policy.group.${name}`} />
              </th>
            </tr>
            {ids.map((rule) => (
              <tr key={rule}>
                <th scope="row">
                  <Text id={`policy.rule.${rule}`} />
                </th>
                {CHECKPOINTS.map((checkpoint) => (
                  <td key={checkpoint}>
                    <Choice
                      label={t('policy.cellLabel', {
                        rule: t(`policy.rule.${rule}`),
                        checkpoint: t(checkpointText[checkpoint]),
                      })}
                      isLabelHidden
                      isDisabled={isDisabled}
                      value={rules[rule][checkpoint]}
                      options={SEVERITIES.map((severity) => ({
                        value: severity,
                        label: t(severityText[severity]),
                      }))}
                      onChange={(severity) => onChange(rule, checkpoint, severity)}
                    />
                    {rules[rule][checkpoint] !== saved[rule][checkpoint] && (
                      <span className="hf-subtle hf-small">
                        <Text
                          id="policy.was"
                          values={{ severity: t(severityText[saved[rule][checkpoint]]) }}
                        />
                      </span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Section>
  );
}
