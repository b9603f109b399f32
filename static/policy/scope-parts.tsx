import { MODES } from '../../src/domain/policy/rules';
import { Part, RadioChoices } from '../ui/choices';
import { TextField } from '../ui/fields';
import { Text, useText } from '../ui/text';
import { withSeverity } from './model/changes';
import { draftPreset, withPresetDraft } from './model/preset';
import { OwnerSourceField } from './owner-source';
import { PresetPart } from './preset-part';
import { RulesMatrix } from './rules-matrix';
import type { PolicyFormState } from './use-policy-form';
import { WaitsForPart } from './waits-for';
import { WorkItemTypes } from './work-item-types';

/** How firmly, for which work items, and what must be true of them. */
export function ScopeParts({ editor, kind, offers, isDisabled, change, errorOf }: PolicyFormState) {
  const t = useText();
  const { draft, edit, base } = editor;
  return (
    <>
      <Part legend={t('policy.mode')} help={<Text id="policy.modeHelp" />}>
        <RadioChoices
          name="mode"
          value={draft.policy.mode}
          isDisabled={isDisabled}
          options={MODES.map((mode) => ({
            value: mode,
            label: t(`policy.mode.${mode}`),
            help: t(`policy.modeHelp.${mode}`),
          }))}
          onChange={(mode) => change({ mode })}
        />
      </Part>
      <WorkItemTypes
        chosen={draft.policy.workItemTypes}
        offered={offers.types}
        lost={editor.unknown.types}
        ofSite={kind === 'site'}
        error={errorOf('workItemTypes')}
        isDisabled={isDisabled}
        onChange={(workItemTypes) => change({ workItemTypes })}
      />
      <WaitsForPart
        waitsFor={draft.policy.waitsFor}
        offered={offers.links}
        isDisabled={isDisabled}
        onChange={(waitsFor) => change({ waitsFor })}
      />
      <OwnerSourceField
        source={draft.policy.ownerSource}
        fields={offers.fields}
        error={errorOf('ownerSource')}
        isDisabled={isDisabled}
        onChange={(ownerSource) => change({ ownerSource })}
      />
      <PresetPart
        current={draftPreset(draft, base)}
        isDisabled={isDisabled}
        onChoose={(name) => edit(withPresetDraft(draft, name))}
      />
      <RulesMatrix
        rules={draft.policy.rules}
        saved={base.rules}
        isDisabled={isDisabled}
        onChange={(rule, checkpoint, severity) =>
          edit({ ...draft, policy: withSeverity(draft.policy, rule, checkpoint, severity) })
        }
      />
      <Part legend={t('policy.numbers')}>
        <div className="hf-short-fields">
          <TextField
            label={t('policy.minimum')}
            help={t('policy.minimumHelp')}
            error={errorOf('minimumDependencies')}
            value={draft.minimumDependencies}
            maxLength={4}
            isRequired
            isDisabled={isDisabled}
            onChange={(minimumDependencies) => edit({ ...draft, minimumDependencies })}
          />
        </div>
      </Part>
    </>
  );
}
