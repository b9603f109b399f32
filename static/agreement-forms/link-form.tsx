import { useState, type FormEvent } from 'react';
import type { AgreementView } from '../../src/contract/answers';
import { createIssue, linkBlocks } from '../jira/create-issue';
import { JiraRefused } from '../jira/requests';
import { LIMITS, withoutBlanks } from '../ui/check-input';
import type { Problem } from '../ui/call';
import { TextField } from '../ui/fields';
import { RadioField } from '../ui/radio-field';
import { useText } from '../ui/text';
import { useFormContext } from './form-context';
import { FormFrame } from './form-frame';
import { NewIssueFields } from './new-issue-fields';
import { useCharterForm } from './use-charter-form';

interface Values {
  readonly way: 'existing' | 'new';
  readonly providerIssueKey: string;
  readonly projectId: string;
  readonly typeId: string;
  readonly summary: string;
}

/** Names the work item that carries the promise, or creates it first, as the reader. */
export function LinkForm({ agreement }: { agreement: AgreementView }) {
  const t = useText();
  const { issueKey } = useFormContext();
  const [creating, setCreating] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const form = useCharterForm({
    call: 'agreement/link',
    about: { kind: 'agreement', agreementId: agreement.id },
    draft: `link:${agreement.id}`,
    blank: {
      way: 'existing',
      providerIssueKey: '',
      projectId: '',
      typeId: '',
      summary: agreement.deliverable,
    } as Values,
    answers: ({ providerIssueKey }) => withoutBlanks({ agreementId: agreement.id, providerIssueKey }),
    said: ({ providerIssueKey }) => t('issue.saidLinked', { issueKey: providerIssueKey }),
  });
  const { way, providerIssueKey, projectId, typeId, summary } = form.values;
  const creates = way === 'new' && providerIssueKey === '';

  const create = async (frame: HTMLFormElement) => {
    setProblem(null);
    const empty = Object.entries({ projectId, typeId, summary: summary.trim() });
    const lacking = empty.filter(([, value]) => value === '').map(([name]) => name);
    setMissing(lacking);
    if (lacking.length > 0) {
      requestAnimationFrame(() => frame.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setCreating(true);
    try {
      const key = await createIssue({ projectId, typeId, summary: summary.trim() });
      // The agreement names it in any case; the link is for those who read Jira.
      if (issueKey !== undefined) await linkBlocks(key, issueKey).catch(() => undefined);
      // Kept like anything typed: trying again then names it instead of creating a second one.
      form.set('providerIssueKey', key);
      requestAnimationFrame(() => frame.requestSubmit());
    } catch (error) {
      const words = error instanceof JiraRefused ? error.words.join(' ') : '';
      setProblem({ code: 'unavailable', message: words === '' ? t('issue.notCreated') : words });
    } finally {
      setCreating(false);
    }
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!creates) return form.onSubmit(event);
    event.preventDefault();
    if (!creating) void create(event.currentTarget);
  };
  const needed = (name: string) => (missing.includes(name) ? t('ui.errorRequired') : undefined);
  return (
    <FormFrame
      title={t('issue.linkTitle')}
      submit={t(creates ? 'issue.createSubmit' : 'issue.linkSubmit')}
      form={{ ...form, onSubmit, problem: problem ?? form.problem, sending: form.sending || creating }}
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
            projectId={projectId}
            typeId={typeId}
            onProject={(value) => form.set('projectId', value)}
            onType={(value) => form.set('typeId', value)}
            errorOf={needed}
          />
          <TextField
            label={t('issue.summary')}
            isRequired
            maxLength={LIMITS.name}
            value={summary}
            onChange={(value) => form.set('summary', value)}
            error={needed('summary')}
          />
        </>
      )}
    </FormFrame>
  );
}
