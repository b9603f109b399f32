import type { FormEvent } from 'react';
import type { AgreementView } from '../../src/contract/answers';
import { LIMITS, withoutBlanks } from '../ui/check-input';
import { TextField } from '../ui/fields';
import { RadioField } from '../ui/radio-field';
import { useText } from '../ui/text';
import { FormFrame } from '../charter-form/form-frame';
import { NewIssueFields, useCreatable } from './new-issue-fields';
import { useCharterForm } from '../charter-form/use-charter-form';
import { useNewIssue, type NewIssue } from './use-new-issue';

interface Values extends NewIssue {
  readonly way: 'existing' | 'new';
  readonly providerIssueKey: string;
}

/** Names the work item that carries the promise, or creates it first, as the reader. */
export function LinkForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const form = useCharterForm({
    call: 'agreement/link',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `link:${agreement.id}`,
    blank: {
      way: 'existing',
      // What the other side proposed is what is likeliest to be named.
      providerIssueKey: agreement.linkProposal?.providerIssueKey ?? '',
      projectId: '',
      typeId: '',
      summary: agreement.deliverable,
    } as Values,
    answers: ({ providerIssueKey }) => withoutBlanks({ agreementId: agreement.id, providerIssueKey }),
    said: ({ providerIssueKey }) => t('issue.saidLinked', { issueKey: providerIssueKey }),
  });
  const { way, providerIssueKey, projectId, summary } = form.values;
  const creates = way === 'new' && providerIssueKey === '';
  const creatable = useCreatable(creates, form.values);
  // Kept like anything typed: trying again then names it instead of creating a second one.
  const issue = useNewIssue((key) => form.set('providerIssueKey', key));

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!creates) return form.onSubmit(event);
    event.preventDefault();
    issue.create(event.currentTarget, { ...form.values, typeId: creatable.typeId });
  };
  return (
    <FormFrame
      title={t('issue.linkTitle')}
      submit={t(creates ? 'issue.createSubmit' : 'issue.linkSubmit')}
      form={{
        ...form,
        onSubmit,
        problem: issue.problem ?? form.problem,
        sending: form.sending || issue.creating,
      }}
    >
      <RadioField
        legend={t('issue.way')}
        name={`way-${agreement.id}`}
        value={way}
        options={[
          { value: 'existing', label: t('issue.existing'), help: t('issue.existingHelp') },
          { value: 'new', label: t('issue.new'), help: t('issue.newHelp') },
        ]}
        onChange={(chosen) => form.set('way', chosen)}
      />
      {way === 'existing' || providerIssueKey !== '' ? (
        <TextField
          label={t('panel.providerIssue')}
          isRequired
          placeholder="PLAT-1"
          maxLength={LIMITS.name}
          value={providerIssueKey}
          onChange={(value) => form.set('providerIssueKey', value.toUpperCase())}
          error={form.errorOf('providerIssueKey')}
        />
      ) : (
        <>
          <NewIssueFields
            creatable={creatable}
            projectId={projectId}
            onProject={(value) => form.set('projectId', value)}
            onType={(value) => form.set('typeId', value)}
            errorOf={issue.errorOf}
          />
          <TextField
            label={t('issue.summary')}
            isRequired
            maxLength={LIMITS.name}
            value={summary}
            onChange={(value) => form.set('summary', value)}
            error={issue.errorOf('summary')}
          />
        </>
      )}
    </FormFrame>
  );
}
