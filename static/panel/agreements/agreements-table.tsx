import type { AgreementView } from '../../../src/contract/answers';
import type { Blocker } from '../../../src/domain/gate/item';
import { useText } from '../../ui/text';
import type { AgreementState } from '../model/agreements';
import { AgreementRow } from './agreement-row';
import { BlockerRow } from './blocker-row';

/** Roles are spelt out: on a narrow page the rows become cards, and browsers then forget that this is a table. */
export function AgreementsTable({
  rows,
  blockers,
  label,
}: {
  rows: readonly { readonly agreement: AgreementView; readonly state: AgreementState }[];
  blockers: readonly Blocker[];
  label: string;
}) {
  const t = useText();
  // While every clock runs, a column of its own would say nothing and take the others' room.
  const withStep = rows.some(({ agreement }) => agreement.rung !== null);
  return (
    <table className={withStep ? 'hf-table hf-table-steps' : 'hf-table'} role="table" aria-label={label}>
      <thead role="rowgroup" className="hf-table-head">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('panel.columnPromise')}
          </th>
          <th role="columnheader" scope="col">
            {t('panel.columnWho')}
          </th>
          <th role="columnheader" scope="col">
            {t('panel.columnBy')}
          </th>
          <th role="columnheader" scope="col">
            {t('panel.columnState')}
          </th>
          {withStep && (
            <th role="columnheader" scope="col">
              {t('panel.columnStep')}
            </th>
          )}
          <th role="columnheader" scope="col">
            <span className="hf-visually-hidden">{t('panel.columnAction')}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {blockers.map((blocker) => (
          <BlockerRow
            key={blocker.hidden ? 'hidden' : blocker.issueKey}
            blocker={blocker}
            withStep={withStep}
          />
        ))}
        {rows.map(({ agreement, state }) => (
          <AgreementRow key={agreement.id} agreement={agreement} state={state} withStep={withStep} />
        ))}
      </tbody>
    </table>
  );
}
