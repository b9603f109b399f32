import { Stack } from '@atlaskit/primitives/compiled/stack';
import type { OwnerSource } from '../../src/domain/policy/policy';
import { Choice } from '../ui/choice';
import { Bone } from '../ui/skeleton';
import { Text, useText } from '../ui/text';
import { Part, RadioChoices } from '../ui/choices';
import type { Offers } from './use-jira';

/** Where the name of the owner comes from until somebody is nominated. */
export function OwnerSourceField({
  source,
  fields,
  error,
  isDisabled,
  onChange,
}: {
  source: OwnerSource;
  fields: Offers['fields'];
  error: string | undefined;
  isDisabled: boolean;
  onChange: (source: OwnerSource) => void;
}) {
  const t = useText();
  return (
    <Part legend={t('policy.owner')} help={<Text id="policy.ownerHelp" />} error={error}>
      <div className="hf-place" id="hf-owner" tabIndex={-1}>
        <RadioChoices
          name="owner-source"
          value={source.kind}
          isDisabled={isDisabled}
          options={[
            { value: 'charter', label: t('policy.ownerCharter'), help: t('policy.ownerCharterHelp') },
            { value: 'assignee', label: t('policy.ownerAssignee'), help: t('policy.ownerAssigneeHelp') },
            {
              value: 'field',
              label: t('policy.ownerField'),
              help: t('policy.ownerFieldHelp'),
              more: source.kind === 'field' && (
                <FieldChoice
                  fieldId={source.fieldId}
                  fields={fields}
                  isDisabled={isDisabled}
                  onChange={(fieldId) => onChange({ kind: 'field', fieldId })}
                />
              ),
            },
          ]}
          onChange={(kind) => onChange(kind === 'field' ? { kind, fieldId: '' } : { kind })}
        />
      </div>
    </Part>
  );
}

function FieldChoice({
  fieldId,
  fields,
  isDisabled,
  onChange,
}: {
  fieldId: string;
  fields: Offers['fields'];
  isDisabled: boolean;
  onChange: (fieldId: string) => void;
}) {
  const t = useText();
  if (fields === null) return <Bone width="240px" height="40px" />;
  const known = fields === 'unavailable' ? [] : fields;
  const isUnknown = fieldId !== '' && !known.some(({ id }) => id === fieldId);
  return (
    <div className="hf-owner-field">
      <Stack space="space.050">
        <Choice
          label={t('policy.ownerFieldLabel')}
          value={fieldId}
          isDisabled={isDisabled}
          options={[
            { value: '', label: t('policy.ownerFieldPick') },
            ...(isUnknown ? [{ value: fieldId, label: t('policy.ownerFieldUnknown', { fieldId }) }] : []),
            ...known.map(({ id, name, several }) => ({
              value: id,
              label: t(several ? 'policy.ownerFieldSeveral' : 'policy.ownerFieldOne', { name }),
            })),
          ]}
          onChange={onChange}
        />
        {fields === 'unavailable' ? (
          <p className="hf-subtle hf-small">
            <Text id="policy.ownerFieldUnavailable" />
          </p>
        ) : (
          known.length === 0 && (
            <p className="hf-subtle hf-small">
              <Text id="policy.ownerFieldNone" />
            </p>
          )
        )}
      </Stack>
    </div>
  );
}
