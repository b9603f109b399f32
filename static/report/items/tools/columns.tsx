import Button from '@atlaskit/button/new';
import { Text, useText } from '../../../ui/text';
import { CHOOSABLE, columnsOf, USUAL_COLUMNS } from '../../rows/order';
import type { ViewState } from '../../view/view-state';
import { columnText } from '../words';
import './tools.css';
import './texts';

/** Which columns stand in the table; the address keeps them. */
export function Columns({
  view,
  onChange,
}: {
  view: ViewState;
  onChange: (change: Partial<ViewState>) => void;
}) {
  const t = useText();
  const { columns } = view;
  return (
    <fieldset className="hf-tool">
      <legend className="hf-label">
        <Text id="tools.columnsLegend" />
      </legend>
      <div className="hf-tool-ticks">
        {CHOOSABLE.map((column) => (
          <label key={column}>
            <input
              type="checkbox"
              checked={columns.includes(column)}
              onChange={({ currentTarget: { checked } }) =>
                onChange({
                  columns: columnsOf(
                    checked ? [...columns, column] : columns.filter((one) => one !== column),
                  ),
                })
              }
            />
            {t(columnText[column])}
          </label>
        ))}
      </div>
      {columns.join() !== USUAL_COLUMNS.join() && (
        <div className="hf-actions">
          <Button spacing="compact" onClick={() => onChange({ columns: USUAL_COLUMNS })}>
            {t('tools.columnsUsual')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
