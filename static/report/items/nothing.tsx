import Button from '@atlaskit/button/default/button';
import type { WorkItemType } from '../../../src/domain/policy/scope';
import { EmptyState } from '../../ui/empty-state';
import { Text, useText } from '../../ui/text';
import { initialView, type ViewState } from '../view/view-state';
import { useTypeNames } from './not-known';
import { openPolicy } from '../../ui/open-policy';

/** No rows: whether nothing is in scope, Jira does not know what is, nothing may be seen, or nothing fits what was asked for. */
export function NothingInScope({
  view,
  unknownTypes,
  projectKey,
  onChange,
}: {
  view: ViewState;
  /** Types under policy that Jira does not know. */
  unknownTypes: readonly WorkItemType[];
  projectKey: string;
  onChange: (change: Partial<ViewState>) => void;
}) {
  const t = useText();
  const names = useTypeNames(unknownTypes);
  const showAll = <Button onClick={() => onChange({ scope: 'all' })}>{t('report.showAll')}</Button>;
  if (view.scope === 'policy' && unknownTypes.length > 0) {
    return (
      <EmptyState
        title={t('report.emptyUnknownTitle', { count: unknownTypes.length })}
        actions={
          <>
            <Button onClick={() => openPolicy(projectKey)}>{t('report.openPolicy')}</Button>
            {showAll}
          </>
        }
      >
        <Text id="report.emptyUnknownBody" values={{ names, count: unknownTypes.length }} />
      </EmptyState>
    );
  }
  if (view.scope === 'all') {
    return (
      <EmptyState title={t('report.emptyAllTitle')}>
        <Text id="report.emptyAllBody" />
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('report.emptyPolicyTitle')} actions={showAll}>
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
