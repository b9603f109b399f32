import { Stack } from '@atlaskit/primitives/compiled/stack';
import { INTAKE_FIELDS, type IntakeField, type Policy } from '../../src/domain/policy/policy';
import { Checkbox } from '../ui/checkbox';
import { Part } from '../ui/choices';
import { Text, useText } from '../ui/text';

type Habits = Pick<Policy, 'intake' | 'childrenFollow' | 'nominateAssignee' | 'sharesNumbers'>;

/** What a request must bring, whose gate a child asks, and what an assignment means. */
export function HabitsParts({
  intake,
  childrenFollow,
  nominateAssignee,
  sharesNumbers,
  isDisabled,
  onChange,
}: Habits & {
  isDisabled: boolean;
  onChange: (habits: Partial<Habits>) => void;
}) {
  const t = useText();
  const withField = (field: IntakeField, wanted: boolean) =>
    INTAKE_FIELDS.filter((one) => (one === field ? wanted : intake.includes(one)));
  return (
    <>
      <Part legend={t('policy.intake')} help={<Text id="policy.intakeHelp" />}>
        <div className="hf-place" id="hf-intake" tabIndex={-1}>
          <Stack space="space.100">
            {INTAKE_FIELDS.map((field) => (
              <Checkbox
                key={field}
                label={t(`policy.intake.${field}`)}
                help={t(`policy.intakeHelp.${field}`)}
                checked={intake.includes(field)}
                isDisabled={isDisabled}
                onChange={(wanted) => onChange({ intake: withField(field, wanted) })}
              />
            ))}
          </Stack>
        </div>
      </Part>
      <Part legend={t('policy.around')}>
        <Checkbox
          label={t('policy.childrenFollow')}
          help={t('policy.childrenFollowHelp')}
          checked={childrenFollow}
          isDisabled={isDisabled}
          onChange={(to) => onChange({ childrenFollow: to })}
        />
        <Checkbox
          label={t('policy.nominateAssignee')}
          help={t('policy.nominateAssigneeHelp')}
          checked={nominateAssignee}
          isDisabled={isDisabled}
          onChange={(to) => onChange({ nominateAssignee: to })}
        />
        <Checkbox
          label={t('policy.sharesNumbers')}
          help={t('policy.sharesNumbersHelp')}
          checked={sharesNumbers}
          isDisabled={isDisabled}
          onChange={(to) => onChange({ sharesNumbers: to })}
        />
      </Part>
    </>
  );
}
