import Button from '@atlaskit/button/default/button';
import type { Problem } from '../ui/call';
import { Notice } from '../ui/notice';
import { useText } from '../ui/text';

/** The latest look at the charter failed; what is on the screen is the one before. */
export function StaleLine({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const t = useText();
  return (
    <Notice
      tone="warning"
      title={t('panel.staleTitle')}
      actions={
        <Button spacing="compact" onClick={onRetry}>
          {t('ui.retry')}
        </Button>
      }
    >
      {problem.code === 'connection-lost' ? t('panel.staleLost') : t('panel.staleUnavailable')}
    </Notice>
  );
}
