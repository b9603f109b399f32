import { Notice } from './notice';
import { Text, useText } from './text';

/** Why nothing on the page can be changed. */
export function LapsedNotice() {
  const t = useText();
  return (
    <div className="hf-lapsed">
      <Notice tone="warning" title={t('ui.lapsedTitle')}>
        <Text id="ui.lapsedBody" />
      </Notice>
    </div>
  );
}
