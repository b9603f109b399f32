import type { PortfolioScope } from '../../src/contract/portfolio';
import type { Figures } from '../../src/domain/report/accountability/summary';
import type { Translate, PlainTextId } from '../ui/text';
import { mayTell, type Line, type Worst } from './model/load';
import type { Grouping } from './model/view';

export const groupText: Readonly<Record<Grouping, PlainTextId>> = {
  none: 'portfolio.groupNone',
  lead: 'portfolio.groupLead',
  category: 'portfolio.groupCategory',
};

/** What stands over a group's lines. */
export const groupName = (name: string | null, by: Grouping, t: Translate): string =>
  name ?? t(by === 'lead' ? 'portfolio.noLead' : 'portfolio.noCategory');

/** How many handoffs loosen, where that can be told; of a project that is not read to its end, so far. */
export function looseningText({ drift, isJudged }: Pick<Line, 'drift' | 'isJudged'>, t: Translate): string {
  if (!drift || !mayTell(drift)) return '–';
  const values = { part: drift.loosening, whole: drift.all };
  return t(isJudged ? 'portfolio.partOf' : 'portfolio.partOfSoFar', values);
}

/** What holds an item back most, in a sentence or two. */
export const worstText = ({ what, more, test }: Worst, t: Translate): string =>
  [
    what ??
      t('portfolio.worstTest', {
        owner: test.owner,
        authority: test.authority,
        dependencies: test.dependencies,
      }),
    ...(more > 0 ? [t('portfolio.worstMore', { count: more })] : []),
  ].join(' ');

/** Why no item is named: the figures may be a project's own, over items that this reader may not see. */
export function noWorst({ items, passing, notKnown }: Figures) {
  if (notKnown > 0) return 'portfolio.worstUnknown' as const;
  return passing === items ? ('portfolio.worstNone' as const) : ('portfolio.worstHidden' as const);
}

/** Which projects and items the page looks at, in a sentence or two. */
export function scopeText(
  { projectKeys, categoryId, jql }: PortfolioScope,
  lines: readonly Line[],
  t: Translate,
): string {
  const category = lines.find(({ project }) => project.category?.id === categoryId)?.project.category;
  const projects = projectKeys
    ? t('portfolio.scopeProjects', { keys: projectKeys.join(', ') })
    : categoryId !== undefined
      ? t('portfolio.scopeCategory', { name: category?.name ?? categoryId })
      : t('portfolio.scopeAll');
  return jql === undefined ? projects : `${projects} ${t('portfolio.scopeJql', { jql })}`;
}
