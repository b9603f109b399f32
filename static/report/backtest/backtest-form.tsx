import { useState } from 'react';
import { Inline } from '@atlaskit/primitives/compiled/inline';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { CHECKPOINTS, SEVERITIES } from '../../../src/domain/policy/rules';
import type { OwnerSource, Policy } from '../../../src/domain/policy/policy';
import { Choice } from '../../ui/choice';
import { Group } from '../../ui/choices';
import { DatePicker } from '../../ui/date-picker';
import { Disclosure } from '../../ui/disclosure';
import { Text, useText } from '../../ui/text';
import type { OfferedType } from '../../policy/model/jira-shapes';
import { TypeCheckboxes } from '../../policy/type-checkboxes';
import '../../ui/table.css';
import { problemOf, VARIED, withSeverity, type Choices } from './model/choices';

/** Which past, under which policy. */
export function BacktestForm({
  policy,
  choices,
  offered,
  today,
  onChange,
}: {
  policy: Policy;
  choices: Choices;
  /** The project's work item types; null where Jira has not told them. */
  offered: readonly OfferedType[] | null;
  today: string;
  onChange: (choices: Choices) => void;
}) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const problem = problemOf(choices);
  return (
    <Stack space="space.200">
      <Inline space="space.200" alignBlock="start" shouldWrap>
        <DatePicker
          label={t('backtest.from')}
          value={choices.from}
          max={choices.to || today}
          isRequired
          {...(problem === 'from' && { error: t('backtest.dayNeeded') })}
          onChange={(from) => onChange({ ...choices, from })}
        />
        <DatePicker
          label={t('backtest.to')}
          value={choices.to}
          max={today}
          isRequired
          {...(problem === 'to' && { error: t('backtest.dayNeeded') })}
          {...(problem === 'order' && { error: t('backtest.dayOrder') })}
          onChange={(to) => onChange({ ...choices, to })}
        />
        <OwnerChoice
          saved={policy.ownerSource}
          source={choices.ownerSource}
          onChange={(ownerSource) => onChange({ ...choices, ownerSource })}
        />
      </Inline>
      <Types offered={offered} choices={choices} isMissing={problem === 'types'} onChange={onChange} />
      <Disclosure label={t('backtest.vary')} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
        <p className="hf-subtle hf-small">
          <Text id="backtest.varyHelp" />
        </p>
        <Matrix policy={policy} choices={choices} onChange={onChange} />
      </Disclosure>
    </Stack>
  );
}

const sourceKey = (source: OwnerSource): string => (source.kind === 'field' ? source.fieldId : source.kind);

function OwnerChoice({
  saved,
  source,
  onChange,
}: {
  saved: OwnerSource;
  source: OwnerSource;
  onChange: (source: OwnerSource) => void;
}) {
  const t = useText();
  const sources: readonly OwnerSource[] = [
    { kind: 'assignee' },
    ...(saved.kind === 'field' ? [saved] : []),
    { kind: 'charter' },
  ];
  return (
    <Stack space="space.050">
      <Choice
        label={t('backtest.owner')}
        value={sourceKey(source)}
        options={sources.map((one) => ({ value: sourceKey(one), label: t(`backtest.owner.${one.kind}`) }))}
        onChange={(key) => onChange(sources.find((one) => sourceKey(one) === key) ?? source)}
      />
      <p className="hf-help">
        <Text id={source.kind === 'charter' ? 'backtest.ownerCharterHelp' : 'backtest.ownerHelp'} />
      </p>
    </Stack>
  );
}

function Types({
  offered,
  choices,
  isMissing,
  onChange,
}: {
  offered: readonly OfferedType[] | null;
  choices: Choices;
  isMissing: boolean;
  onChange: (choices: Choices) => void;
}) {
  const t = useText();
  return (
    <Group legend={<Text id="backtest.types" />}>
      <TypeCheckboxes
        chosen={choices.types}
        types={offered ?? []}
        noteOf={() => offered && t('backtest.typeElsewhere')}
        isDisabled={false}
        onChange={(types) => onChange({ ...choices, types })}
      />
      {isMissing && (
        <p className="hf-error">
          <Text id="backtest.typesNeeded" />
        </p>
      )}
    </Group>
  );
}

function Matrix({
  policy,
  choices,
  onChange,
}: {
  policy: Policy;
  choices: Choices;
  onChange: (choices: Choices) => void;
}) {
  const t = useText();
  return (
    <table className="hf-data hf-data-fixed hf-data-blocks">
      <thead>
        <tr>
          <th scope="col">
            <Text id="backtest.rule" />
          </th>
          {CHECKPOINTS.map((checkpoint) => (
            <th scope="col" key={checkpoint}>
              <Text id={`backtest.at.${checkpoint}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {VARIED.map((rule) => (
          <tr key={rule}>
            <th scope="row">
              <Text id={`report.rule.${rule}`} />
            </th>
            {CHECKPOINTS.map((checkpoint) => (
              <td key={checkpoint} data-label={t(`backtest.at.${checkpoint}`)}>
                <Choice
                  label={`${t(`report.rule.${rule}`)}, ${t(`backtest.at.${checkpoint}`)}`}
                  isLabelHidden
                  value={choices.rules[rule][checkpoint]}
                  options={SEVERITIES.map((value) => ({ value, label: t(`backtest.severity.${value}`) }))}
                  onChange={(severity) => onChange(withSeverity(choices, rule, checkpoint, severity))}
                />
                {choices.rules[rule][checkpoint] !== policy.rules[rule][checkpoint] && (
                  <span className="hf-subtle hf-small">
                    <Text
                      id="backtest.was"
                      values={{ severity: t(`backtest.severity.${policy.rules[rule][checkpoint]}`) }}
                    />
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
