import { useRef, type FormEvent, type ReactNode } from 'react';
import Button from '@atlaskit/button/default/button';
import { ActionProblem } from '../ui/call-problem';
import type { Problem } from '../ui/call';
import { useText } from '../ui/text';
import { ConflictNotice } from './conflict-notice';
import { useFormContext } from './form-context';
import type { Conflict } from './use-charter-form';
import { useFirstFocus } from './use-first-focus';

/** A form, in place or in a modal: title, fields, what sending it leads to, and the two buttons. Escape closes it, drafts stay; Ctrl and Enter send it. */
export function FormFrame({
  title,
  children,
  submit,
  consequence,
  form,
  appearance = 'primary',
}: {
  title: string;
  children: ReactNode;
  /** The verb on the button. */
  submit: string;
  consequence?: string | null;
  form: {
    readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
    readonly problem: Problem | null;
    readonly sending: boolean;
    readonly conflict: Conflict | null;
  };
  appearance?: 'primary' | 'warning';
}) {
  const t = useText();
  const { close, modal } = useFormContext();
  const frame = useRef<HTMLFormElement>(null);
  useFirstFocus(frame);
  // A modal has its main button last, as Jira's own have.
  const send = (
    <Button key="send" type="submit" appearance={appearance} isLoading={form.sending}>
      {submit}
    </Button>
  );
  const cancel = (
    <Button key="cancel" appearance="subtle" onClick={close}>
      {t('ui.cancel')}
    </Button>
  );
  return (
    <form
      ref={frame}
      tabIndex={-1}
      className="hf-form hf-form-frame"
      aria-label={title}
      noValidate
      onSubmit={form.onSubmit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) frame.current?.requestSubmit();
      }}
    >
      <h3 className="hf-form-title">{title}</h3>
      {modal?.subject}
      {children}
      {form.conflict ? (
        <ConflictNotice
          conflict={form.conflict}
          onMine={() => {
            form.conflict?.useMine();
            frame.current?.requestSubmit();
          }}
        />
      ) : (
        form.problem && (
          <ActionProblem
            problem={form.problem}
            kept={t('ui.keptTyped')}
            onRetry={() => frame.current?.requestSubmit()}
          />
        )
      )}
      <div className="hf-form-footer">
        <div className="hf-actions">{modal ? [cancel, send] : [send, cancel]}</div>
        {consequence && (
          <p className="hf-consequence" aria-live="polite">
            {consequence}
          </p>
        )}
      </div>
    </form>
  );
}
