import Button from '@atlaskit/button/default/button';
import { Checkbox } from '../../../ui/checkbox';
import { Group } from '../../../ui/choices';
import { Columns as ColumnGrid } from '../../../ui/columns';
import { Text, useText } from '../../../ui/text';
import { CHOOSABLE, columnsOf, USUAL_COLUMNS } from '../../rows/order';
import type { ViewState } from '../../view/view-state';
import { columnText } from '../words';
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
    <div className="hf-card">
      <Group legend={<Text id="tools.columnsLegend" />}>
        <ColumnGrid least="140px">
          {CHOOSABLE.map((column) => (
            <Checkbox
              key={column}
              label={t(columnText[column])}
              checked={columns.includes(column)}
              onChange={(checked) =>
                onChange({
                  columns: columnsOf(
                    checked ? [...columns, column] : columns.filter((one) => one !== column),
                  ),
                })
              }
            />
          ))}
        </ColumnGrid>
        {columns.join() !== USUAL_COLUMNS.join() && (
          <div className="hf-actions">
            <Button spacing="compact" onClick={() => onChange({ columns: USUAL_COLUMNS })}>
              {t('tools.columnsUsual')}
            </Button>
          </div>
        )}
      </Group>
    </div>
  );
}
