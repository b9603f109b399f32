import { useEffect, useRef } from 'react';
import type { PolicyAnswer } from '../../src/contract/answers';
import { MODES } from '../../src/domain/gate/rules';
import { useAnnounce } from '../ui/announcer';
import { TextField } from '../ui/fields';
import { flag } from '../ui/flags';
import { Notice } from '../ui/notice';
import { Text, useText } from '../ui/text';
import { Part, RadioChoices } from '../ui/choices';
import { withSeverity } from './model/changes';
import { NUMBERS, type Draft, type DraftError, type NumberField } from './model/draft';
import { OwnerSourceField } from './owner-source';
import { Review } from './review';
import { RulesMatrix } from './rules-matrix';
import { useEditor, type SaveOutcome } from './use-editor';
import { useOffers } from './use-jira';
import { WorkItemTypes } from './work-item-types';

/** What a project holds firmly, to read and, for its administrators, to change. */
export function PolicyForm({ loaded, projectKey }: { loaded: PolicyAnswer; projectKey: string }) {
  const t = useText();
  const announce = useAnnounce();
  const form = useRef<HTMLDivElement>(null);
  const offers = useOffers(projectKey);
  const editor = useEditor(loaded, `policy:${projectKey}`);
  const { draft, edit, base, inherited, errors, touched } = editor;
  const isDisabled = offers.mayChange === false;
  const fields = Array.isArray(offers.fields) ? offers.fields : [];

  const change = (policy: Partial<Draft['policy']>) =>
    edit({ ...draft, policy: { ...draft.policy, ...policy } });
  const errorOf = (field: DraftError['field']): string | undefined =>
    errors.some((error) => error.field === field)
      ? t(`policy.error.${field}`, NUMBERS[field as NumberField])
      : undefined;

  useWarningBeforeLeaving(touched);

  const save = async (): Promise<SaveOutcome> => {
    const outcome = await editor.save();
    if (outcome === 'saved') {
      flag('success', t('policy.savedTitle'), t('policy.savedBody'));
      announce(t('policy.savedTitle'));
    }
    if (outcome === 'invalid') requestAnimationFrame(() => firstError(form.current)?.focus());
    return outcome;
  };

  return (
    <div className="hf-policy" ref={form}>
      {isDisabled ? (
        <Notice title={t('policy.readOnlyTitle')}>
          <Text id="policy.readOnlyBody" />
        </Notice>
      ) : (
        inherited && (
          <Notice title={t('policy.inheritedTitle')}>
            <Text id="policy.inheritedBody" />
          </Notice>
        )
      )}
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
        offered={offers.types ?? []}
        error={errorOf('workItemTypes')}
        isDisabled={isDisabled}
        onChange={(workItemTypes) => change({ workItemTypes })}
      />
      <OwnerSourceField
        source={draft.policy.ownerSource}
        fields={offers.fields}
        error={errorOf('ownerSource')}
        isDisabled={isDisabled}
        onChange={(ownerSource) => change({ ownerSource })}
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
        {(['minimumDependencies', 'acknowledgementHours'] as const).map((field) => (
          <div className="hf-number" key={field}>
            <TextField
              label={t(field === 'minimumDependencies' ? 'policy.minimum' : 'policy.hours')}
              help={t(field === 'minimumDependencies' ? 'policy.minimumHelp' : 'policy.hoursHelp')}
              error={errorOf(field)}
              value={draft[field]}
              maxLength={4}
              isRequired
              isDisabled={isDisabled}
              onChange={(value) => edit({ ...draft, [field]: value })}
            />
          </div>
        ))}
      </Part>
      {!isDisabled && <Review editor={editor} fields={fields} onSave={save} />}
    </div>
  );
}

const firstError = (form: HTMLElement | null) =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error]');

/** The browser asks before what was typed is left behind; the tab keeps it even so. */
function useWarningBeforeLeaving(touched: boolean): void {
  useEffect(() => {
    if (!touched) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [touched]);
}
