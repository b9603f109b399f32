import { sideKey } from '../../../src/domain/team/side';
import type { HandoffMatrix } from '../../../src/domain/report/handoffs/matrix';
import { Text, useText } from '../../ui/text';
import { CellButton } from './cell-button';
import { nameOfPair, type Shown } from './model/shown';
import { sideLabel } from '../side-label';
import type { Chosen } from './words';

interface Props {
  readonly shown: Shown;
  readonly matrix: HandoffMatrix;
  readonly projectKey: string;
  readonly expectedHours: number | null;
  readonly chosen: string | null;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Requesting teams in lines, providing teams in columns; a last line for everybody, where several ask. */
export function MatrixTable({ shown, matrix, projectKey, expectedHours, chosen, onChoose }: Props) {
  const t = useText();
  const { requesters, providers, pairs } = shown;
  const cells = new Map(pairs.map(({ name, cell }) => [name, cell]));
  const everybody = t('handoffs.total', { project: projectKey });
  return (
    <div className="hf-handoff-scroller">
      <table className="hf-handoff-matrix" aria-label={t('handoffs.matrixLabel')}>
        <thead>
          <tr>
            <td className="hf-handoff-corner">
              <span aria-hidden="true">
                <Text id="handoffs.needs" /> ↓ · <Text id="handoffs.brings" /> →
              </span>
            </td>
            {providers.map((provider) => (
              <th key={sideKey(provider)} scope="col">
                {sideLabel(provider, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {requesters.map((requester) => (
            <tr key={sideKey(requester)}>
              <th scope="row">{sideLabel(requester, t)}</th>
              {providers.map((provider) => {
                const name = nameOfPair(requester, provider);
                const cell = cells.get(name);
                const label = {
                  requester: sideLabel(requester, t),
                  provider: sideLabel(provider, t),
                };
                return (
                  <td key={name}>
                    {cell ? (
                      <CellButton
                        name={name}
                        cell={cell}
                        label={label}
                        expectedHours={expectedHours}
                        isChosen={chosen === name}
                        onChoose={() => onChoose({ name, title: t('handoffs.listTitle', label) })}
                      />
                    ) : (
                      <span className="hf-handoff-none hf-subtle">
                        <span aria-hidden="true">–</span>
                        <span className="hf-visually-hidden">
                          <Text id="handoffs.nothing" />
                        </span>
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
          {matrix.requesters.length > 1 && (
            <tr className="hf-handoff-total">
              <th scope="row">{everybody}</th>
              {providers.map((provider) => {
                const name = sideKey(provider);
                const label = {
                  requester: everybody,
                  provider: sideLabel(provider, t),
                };
                const cell = matrix.ofProvider(provider);
                return (
                  <td key={name}>
                    <CellButton
                      name={name}
                      cell={cell}
                      label={label}
                      expectedHours={expectedHours}
                      isChosen={chosen === name}
                      onChoose={() =>
                        onChoose({ name, title: t('handoffs.listTotal', { ...label, project: projectKey }) })
                      }
                    />
                  </td>
                );
              })}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
