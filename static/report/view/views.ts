import type { Grouping } from '../rows/group';
import { columnsOf, USUAL_COLUMNS } from '../rows/order';
import { formatView, initialView, type ViewState } from './view-state';

type Part = Pick<ViewState, 'light' | 'finding' | 'group' | 'sort' | 'columns'>;

const part = (more: Partial<Part>): Part => ({
  light: 'any',
  finding: 'any',
  group: 'none',
  sort: null,
  columns: USUAL_COLUMNS,
  ...more,
});
const by = (group: Grouping): Part => part({ group });

/** Views that answer a question people come with. */
export const VIEWS = {
  all: part({}),
  'no-owner': part({ light: 'no-owner' }),
  waiting: part({
    finding: 'agreement.unacknowledged',
    group: 'handoff',
    columns: columnsOf([...USUAL_COLUMNS, 'agreements', 'needed']),
  }),
  around: part({ finding: 'bypassed' }),
  review: part({ sort: { column: 'review', direction: 'asc' } }),
  handoff: by('handoff'),
  finding: by('finding'),
} as const satisfies Record<string, Part>;

export type ViewId = keyof typeof VIEWS;
export const VIEW_IDS = Object.keys(VIEWS) as readonly ViewId[];

/** Which of them somebody looks at; null for one of their own. What is searched for and the scope do not matter. */
export function viewIdOf(view: ViewState): ViewId | null {
  const plain = (one: ViewState): string =>
    formatView({
      ...one,
      tab: initialView.tab,
      scope: initialView.scope,
      all: initialView.all,
      sheet: initialView.sheet,
      search: '',
      name: '',
    });
  return VIEW_IDS.find((id) => plain({ ...view, ...VIEWS[id] }) === plain(view)) ?? null;
}
