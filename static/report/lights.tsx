import YesIcon from '@atlaskit/icon/core/check-mark';
import NoIcon from '@atlaskit/icon/core/cross';
import { token } from '@atlaskit/tokens';
import type { Light as Answer } from '../../src/domain/report/accountability-test';
import { Text } from '../ui/text';

/** One answer of the accountability test: a word, with a shape beside it. */
export function Light({ answer }: { answer: Answer }) {
  const yes = answer === 'yes';
  const Icon = yes ? YesIcon : NoIcon;
  return (
    <span className={`hf-light hf-light-${answer}`}>
      <Icon label="" color={yes ? token('color.icon.success') : token('color.icon.danger')} />
      <span>
        <Text id={yes ? 'report.yes' : 'report.no'} />
      </span>
    </span>
  );
}
