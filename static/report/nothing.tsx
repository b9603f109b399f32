import Button from '@atlaskit/button/new';
import { EmptyState } from '../ui/empty-state';
import { Text, useText } from '../ui/text';
import { initialView, type ViewState } from './model/view-state';

/** No rows: whether nothing is in scope, nothing may be seen, or nothing fits what was asked for. */
export function NothingInScope({
  view,
  onChange,
}: {
  view: ViewState;
  onChange: (change: Partial<ViewState>) => void;
}) {
  const t = useText();
  if (view.scope === 'all') {
    return (
      <EmptyState title={t('report.emptyAllTitle')}>
        <Text id="report.emptyAllBody" />
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('report.emptyPolicyTitle')}
      actions={<Button onClick={() => onChange({ scope: 'all' })}>{t('report.showAll')}</Button>}
    >
      <Text id="report.emptyPolicyBody" />
    </EmptyState>
  );
}

export function NothingVisible() {
  const t = useText();
  return (
    <EmptyState title={t('report.hiddenTitle')}>
      <Text id="report.hiddenBody" />
    </EmptyState>
  );
}

export function NothingFits({
  view,
  loading,
  onChange,
}: {
  view: ViewState;
  loading: boolean;
  onChange: (change: Partial<ViewState>) => void;
}) {
  const t = useText();
  const { search, light, finding } = initialView;
  const clean = view.search.trim() === '' && (view.light === 'at-risk' || view.finding !== 'any') && !loading;
  return (
    <EmptyState
      title={t(clean ? 'report.cleanTitle' : 'report.noFitTitle')}
      actions={<Button onClick={() => onChange({ search, light, finding })}>{t('report.clear')}</Button>}
    >
      <Text id={loading ? 'report.noFitYet' : clean ? 'report.cleanBody' : 'report.noFitBody'} />
    </EmptyState>
  );
}
