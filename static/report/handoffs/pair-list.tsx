import ArrowIcon from '@atlaskit/icon/core/arrow-right';
import { Stack } from '@atlaskit/primitives/compiled/stack';
import { useText } from '../../ui/text';
import { CellButton } from './cell-button';
import type { Pair } from './model/shown';
import { sideLabel } from '../side-label';
import type { Chosen } from './words';

/** The same handoffs one under another, where a matrix has no room. */
export function PairList({
  pairs,
  expectedHours,
  chosen,
  onChoose,
  renderChosen,
}: {
  pairs: readonly Pair[];
  expectedHours: number | null;
  chosen: string | null;
  onChoose: (chosen: Chosen) => void;
  /** What a chosen handoff opens, right under it. */
  renderChosen: () => React.ReactNode;
}) {
  const t = useText();
  return (
    <Stack as="ul" role="list" space="space.150">
      {pairs.map(({ name, requester, provider, cell }) => {
        const label = {
          requester: sideLabel(requester, t),
          provider: sideLabel(provider, t),
        };
        return (
          <li key={name} className="hf-card hf-card-small">
            <Stack space="space.050">
              <p className="hf-pair">
                {label.requester} <ArrowIcon label="" size="small" color="currentColor" /> {label.provider}
              </p>
              <CellButton
                name={name}
                cell={cell}
                label={label}
                expectedHours={expectedHours}
                isChosen={chosen === name}
                onChoose={() => onChoose({ name, title: t('handoffs.listTitle', label) })}
              />
              {chosen === name && renderChosen()}
            </Stack>
          </li>
        );
      })}
    </Stack>
  );
}
