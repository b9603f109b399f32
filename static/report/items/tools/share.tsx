import { useEffect, useId, useRef, useState } from 'react';
import { router } from '@forge/bridge';
import Button from '@atlaskit/button/default/button';
import AkTextField from '@atlaskit/textfield';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { useAnnounce } from '../../../ui/announcer';
import { TextField } from '../../../ui/fields';
import { useSurroundings } from '../../../ui/surroundings';
import { useText } from '../../../ui/text';
import { formatView, NAME_LIMIT, type ViewState } from '../../view/view-state';
import { projectKeyOf } from '../../project';
import './tools.css';
import './texts';

/** The address of this page in Jira; null where Jira does not say. */
const addressOf = (projectKey: string): Promise<URL | null> =>
  router.getUrl({ target: 'module', moduleKey: 'gap-report', projectKey }).catch(() => null);

/** A link that shows others what the reader sees, with a name if they give it one. Nothing is stored. */
export function Share({
  view,
  onChange,
}: {
  view: ViewState;
  onChange: (change: Partial<ViewState>) => void;
}) {
  const t = useText();
  const announce = useAnnounce();
  const { extension } = useSurroundings();
  const projectKey = projectKeyOf(extension);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [page, setPage] = useState<URL | null | undefined>(undefined);
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    void addressOf(projectKey).then(setPage);
  }, [projectKey]);

  const query = formatView(view);
  const link = page ? `${page.origin}${page.pathname}${query === '' ? '' : `?${query}`}` : '';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(link);
      announce(t('tools.copied'));
    } catch {
      // The browser keeps the clipboard from frames here: the link is marked, ready to be copied.
      field.current?.select();
      announce(t('tools.copyByHand'));
    }
  };
  return (
    <div className="hf-card">
      <div className="hf-tool">
        <Stack space="space.150">
          <TextField
            label={t('tools.name')}
            help={t('tools.nameHelp')}
            value={view.name}
            maxLength={NAME_LIMIT}
            onChange={(name) => onChange({ name: name.slice(0, NAME_LIMIT) })}
          />
          {/* Neither required nor optional: there is nothing to fill in. */}
          <div className="hf-field">
            <label className="hf-label" htmlFor={id}>
              {t('tools.link')}
            </label>
            <AkTextField
              id={id}
              ref={field}
              value={link}
              isReadOnly
              onFocus={(event) => event.currentTarget.select()}
            />
            {page === null && <p className="hf-help">{t('tools.noLink')}</p>}
          </div>
          <div className="hf-actions">
            <Button appearance="primary" isDisabled={link === ''} onClick={() => void copy()}>
              {t(copied === link && link !== '' ? 'tools.copied' : 'tools.copy')}
            </Button>
          </div>
        </Stack>
      </div>
    </div>
  );
}
