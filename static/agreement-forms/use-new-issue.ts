import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createIssue, linkBlocks } from '../jira/create-issue';
import { JiraRefused } from '../jira/requests';
import type { Problem } from '../ui/call';
import { useText } from '../ui/text';
import { useFormContext } from '../charter-form/form-context';

/** What Jira needs to create a work item, as far as it is typed. */
export interface NewIssue {
  readonly projectId: string;
  readonly typeId: string;
  readonly summary: string;
}

interface Creation {
  readonly creating: boolean;
  readonly problem: Problem | null;
  readonly errorOf: (field: string) => string | undefined;
  /** Creates the work item as the reader, tells its key and submits the form again, which then names it. */
  readonly create: (frame: HTMLFormElement, typed: NewIssue) => void;
}

/** Creates the work item that carries a promise. `onCreated` takes its key. */
export function useNewIssue(onCreated: (key: string) => void): Creation {
  const t = useText();
  const { issueKey } = useFormContext();
  const [creating, setCreating] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);

  const create = async (frame: HTMLFormElement, { projectId, typeId, summary }: NewIssue) => {
    const typed = { projectId, typeId, summary: summary.trim() };
    setProblem(null);
    const lacking = Object.entries(typed).filter(([, value]) => value === '');
    setMissing(lacking.map(([name]) => name));
    if (lacking.length > 0) {
      requestAnimationFrame(() => frame.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    setCreating(true);
    try {
      const key = await createIssue(typed);
      // The agreement names it in any case; the link is for those who read Jira.
      if (issueKey !== undefined) await linkBlocks(key, issueKey).catch(() => undefined);
      // The form that is sent again must be the one that names it.
      flushSync(() => onCreated(key));
      frame.requestSubmit();
    } catch (error) {
      const words = error instanceof JiraRefused ? error.words.join(' ') : '';
      setProblem({ code: 'unavailable', message: words === '' ? t('issue.notCreated') : words });
    } finally {
      setCreating(false);
    }
  };
  return {
    creating,
    problem,
    errorOf: (field) => (missing.includes(field) ? t('ui.errorRequired') : undefined),
    create: (frame, typed) => {
      if (!creating) void create(frame, typed);
    },
  };
}
