import Button from '@atlaskit/button/default/button';
import SearchIcon from '@atlaskit/icon/core/search';
import TextField from '@atlaskit/textfield';
import { RULE_GROUPS } from '../../ui/rule-groups';
import { useText, type PlainTextId } from '../../ui/text';
import { Choice } from '../../ui/choice';
import { GROUPINGS } from '../rows/group';
import { COLUMNS, DIRECTIONS } from '../rows/order';
import {
  GENERAL_FINDING_FILTERS,
  isFiltered,
  LIGHT_FILTERS,
  parseSort,
  formatSort,
  SCOPES,
  type LightFilter,
  type ViewState,
} from '../view/view-state';
import { VIEW_IDS, VIEWS, viewIdOf } from '../view/views';
import { columnText, groupText, viewText } from './words';

const lightText: Readonly<Record<LightFilter, PlainTextId>> = {
  any: 'report.testAny',
  'at-risk': 'report.testAtRisk',
  passes: 'report.testPasses',
  'no-owner': 'report.testNoOwner',
  'no-authority': 'report.testNoAuthority',
  'no-dependencies': 'report.testNoDependencies',
  'not-known': 'report.testNotKnown',
};

/** Search, filters, scope and, where columns have no headers, the order. */
export function Toolbar({
  view,
  onChange,
}: {
  view: ViewState;
  onChange: (change: Partial<ViewState>) => void;
}) {
  const t = useText();
  return (
    <div className="hf-report-toolbar" role="search">
      <div className="hf-report-search">
        <TextField
          aria-label={t('report.search')}
          placeholder={t('report.search')}
          value={view.search}
          maxLength={200}
          autoComplete="off"
          elemBeforeInput={
            <span className="hf-report-search-icon">
              <SearchIcon label="" color="currentColor" />
            </span>
          }
          onChange={(event) => onChange({ search: event.currentTarget.value })}
        />
      </div>
      <ViewChoice view={view} onChange={onChange} />
      <Choice
        label={t('report.scope')}
        value={view.scope}
        options={SCOPES.map((scope) => ({
          value: scope,
          label: t(scope === 'policy' ? 'report.scopePolicy' : 'report.scopeAll'),
        }))}
        onChange={(scope) => onChange({ scope })}
      />
      <Choice
        label={t('report.test')}
        value={view.light}
        options={LIGHT_FILTERS.map((light) => ({ value: light, label: t(lightText[light]) }))}
        onChange={(light) => onChange({ light })}
      />
      <FindingChoice view={view} onChange={onChange} />
      <Choice
        label={t('report.group')}
        value={view.group}
        options={GROUPINGS.map((group) => ({ value: group, label: t(groupText[group]) }))}
        onChange={(group) => onChange({ group })}
      />
      <SortChoice view={view} onChange={onChange} />
      {isFiltered(view) && (
        <span className="hf-report-clear">
          <Button appearance="subtle" onClick={() => onChange({ search: '', light: 'any', finding: 'any' })}>
            {t('report.clear')}
          </Button>
        </span>
      )}
    </div>
  );
}

/** Views that answer a question people come with; changed by hand, a view is the reader's own. */
function ViewChoice({ view, onChange }: { view: ViewState; onChange: (change: Partial<ViewState>) => void }) {
  const t = useText();
  const current = viewIdOf(view);
  return (
    <Choice
      label={t('report.view')}
      value={current ?? 'own'}
      options={[
        ...(current === null ? [{ value: 'own' as const, label: t('report.viewOwn') }] : []),
        ...VIEW_IDS.map((id) => ({ value: id, label: t(viewText[id]) })),
      ]}
      onChange={(id) => {
        if (id !== 'own') onChange({ ...VIEWS[id], name: '' });
      }}
    />
  );
}

const generalText: Readonly<Record<(typeof GENERAL_FINDING_FILTERS)[number], PlainTextId>> = {
  any: 'report.findingAny',
  some: 'report.findingSome',
  blocking: 'report.findingBlocking',
  unacknowledged: 'report.findingUnacknowledged',
  waived: 'report.findingWaived',
  bypassed: 'report.findingBypassed',
  'off-track': 'report.findingOffTrack',
  vital: 'report.findingVital',
};

function FindingChoice({
  view,
  onChange,
}: {
  view: ViewState;
  onChange: (change: Partial<ViewState>) => void;
}) {
  const t = useText();
  return (
    <Choice
      label={t('report.finding')}
      value={view.finding}
      options={GENERAL_FINDING_FILTERS.map((value) => ({ value, label: t(generalText[value]) }))}
      groups={RULE_GROUPS.map(({ name, rules }) => ({
        label: t(`policy.group.${name}`),
        options: rules.map((rule) => ({ value: rule, label: t(`report.rule.${rule}`) })),
      }))}
      onChange={(finding) => onChange({ finding })}
    />
  );
}

/** The same orders as the column headers, for pages too narrow for columns. */
function SortChoice({ view, onChange }: { view: ViewState; onChange: (change: Partial<ViewState>) => void }) {
  const t = useText();
  const orders = COLUMNS.flatMap((column) => DIRECTIONS.map((direction) => ({ column, direction })));
  return (
    <div className="hf-report-order">
      <Choice
        label={t('report.order')}
        value={formatSort(view.sort)}
        options={[
          { value: '', label: t('report.orderRisk') },
          ...orders.map((sort) => ({
            value: formatSort(sort),
            label: t(sort.direction === 'asc' ? 'report.orderUp' : 'report.orderDown', {
              column: t(columnText[sort.column]),
            }),
          })),
        ]}
        onChange={(sort) => onChange({ sort: parseSort(sort) })}
      />
    </div>
  );
}
