import YesIcon from '@atlaskit/icon/core/check-mark';
import NoIcon from '@atlaskit/icon/core/cross';
import UnknownIcon from '@atlaskit/icon/core/question-circle';
import { token } from '@atlaskit/tokens';
import type { Light as Answer } from '../../../src/domain/report/accountability/accountability-test';
import { Text } from '../../ui/text';
import { lightText } from './words';

const looks = {
  yes: { Icon: YesIcon, color: token('color.icon.success') },
  no: { Icon: NoIcon, color: token('color.icon.danger') },
  unknown: { Icon: UnknownIcon, color: token('color.icon.subtle') },
} as const satisfies Record<Answer, unknown>;

/** One answer of the accountability test: a word, with a shape beside it. */
export function TestMark({ answer }: { answer: Answer }) {
  const { Icon, color } = looks[answer];
  return (
    <span className={`hf-light hf-light-${answer}`}>
      <Icon label="" color={color} />
      <span>
        <Text id={lightText[answer]} />
      </span>
    </span>
  );
}
