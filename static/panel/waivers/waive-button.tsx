import Button from '@atlaskit/button/default/button';
import type { FindingView } from '../../../src/contract/answers';
import { useText } from '../../ui/text';
import { usePanel } from '../panel-context';
import { mayDo } from '../model/offers';

/** Beside a finding that blocks, for those who may let it pass for a while. */
export function WaiveButton({ view }: { view: FindingView }) {
  const t = useText();
  const { answer, open } = usePanel();
  // What holds back the item above is waived there.
  if (!view.finding || view.severity !== 'block' || !mayDo(answer, { kind: 'waive', rules: [view.rule] }))
    return null;
  return (
    <span className="hf-waive">
      <Button
        spacing="compact"
        appearance="subtle"
        aria-label={`${t('waiver.waive')}: ${view.what}`}
        onClick={() => open({ kind: 'waive', rules: [view.rule] })}
      >
        {t('waiver.waive')}
      </Button>
    </span>
  );
}
