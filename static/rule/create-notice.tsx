import { Notice } from '../ui/notice';
import { Text, useText } from '../ui/text';

/** Why the rule does not belong on the transition that makes work items. */
export function CreateNotice() {
  const t = useText();
  return (
    <Notice tone="warning" title={t('rule.createTitle')}>
      <Text id="rule.createBody" />
    </Notice>
  );
}
