import { useCallback, useEffect, useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { CharterAnswer } from '../../src/contract/answers';
import type { Failure } from '../ui/call';
import { LoadProblem } from '../ui/call-problem';
import { learnDraft, shareDraftsBy } from '../ui/drafts';
import { Notice } from '../ui/notice';
import { NowProvider, useSurroundings } from '../ui/surroundings';
import { useText } from '../ui/text';
import { useCall } from '../ui/use-call';
import { useWhenSeen } from '../ui/use-when-seen';
import { PanelForm } from '../panel/forms/panel-form';
import { requestIn, type FormRequest } from '../panel/model/form-modal';
import { hasSubject } from '../panel/model/form-subject';
import { PanelProvider } from '../panel/panel-context';
import { PanelForms } from '../panel/panel-forms';
import { tellDraft } from '../panel/shared-drafts';
import { useOthers } from '../panel/use-others';
import { closePage } from './close-page';
import { FormSubject } from './form-subject';
import { FormSkeleton } from './form-skeleton';
import { useFormPage } from './use-form-page';
import './texts';

/** What the page was opened with, once the drafts that come with it are known. */
function opened(extension: Readonly<Record<string, unknown>>): FormRequest | null {
  const request = requestIn(extension);
  shareDraftsBy(tellDraft);
  for (const [name, text] of Object.entries(request?.drafts ?? {})) learnDraft(name, text);
  return request;
}

const always = (): boolean => true;

/** One form of the panel in a page of its own, as Jira's modal shows it. */
export function FormPage({ first }: { first: Promise<CharterAnswer | Failure> }) {
  const { extension } = useSurroundings();
  const [request] = useState(() => opened(extension));
  const { loaded, reload } = useCall('charter/get', {}, first);
  const refresh = useCallback(() => void reload(), [reload]);
  // Others may change what the form is about while it is filled in.
  useWhenSeen(refresh);
  useOthers(loaded.status === 'ready' ? loaded.data.seen : null, always, refresh);
  useEscape();
  if (!request) return <Gone />;
  switch (loaded.status) {
    case 'loading':
      return <FormSkeleton />;
    case 'failed':
      return (
        <div className="hf-form-page hf-form-bones">
          <LoadProblem problem={loaded.problem} onRetry={refresh} />
        </div>
      );
    case 'ready':
      return (
        <NowProvider value={loaded.data.now}>
          <Opened request={request} answer={loaded.data} reload={reload} />
        </NowProvider>
      );
  }
}

function Opened(props: { request: FormRequest; answer: CharterAnswer; reload: () => Promise<void> }) {
  const page = useFormPage(props);
  const { form } = props.request;
  if (!hasSubject(props.answer.charter, form)) return <Gone />;
  return (
    <PanelProvider value={page}>
      <PanelForms modal={{ subject: <FormSubject /> }}>
        <div className="hf-form-page">
          <PanelForm form={form} />
        </div>
      </PanelForms>
    </PanelProvider>
  );
}

/** What the form was to be about has gone since the panel was read. */
function Gone() {
  const t = useText();
  return (
    <div className="hf-form-page hf-form-bones">
      <Notice
        title={t('form.goneTitle')}
        actions={
          <Button spacing="compact" onClick={() => void closePage(null)}>
            {t('form.close')}
          </Button>
        }
      >
        {t('form.goneBody')}
      </Notice>
    </div>
  );
}

/** Keys pressed in a frame do not reach the modal around it. A form hears its own; this is for the place beside it. */
function useEscape(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && event.target === document.body) void closePage(null);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}
