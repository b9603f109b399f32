import type { IsoDate } from '../../../src/domain/values';
import { RULES } from '../../../src/domain/policy/rules';
import { GROUPINGS, type Grouping } from '../rows/group';
import {
  CHOOSABLE,
  COLUMNS,
  columnsOf,
  DIRECTIONS,
  USUAL_COLUMNS,
  type Column,
  type Sort,
} from '../rows/order';

/** The views of the report, in the order of their tabs. */
export const TABS = [
  'overview',
  'handoffs',
  'dependencies',
  'decisions',
  'indicators',
  'backtest',
  'readiness',
] as const;
export type Tab = (typeof TABS)[number];

export const SCOPES = ['policy', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** Which answers of the accountability test to show. */
export const LIGHT_FILTERS = [
  'any',
  'at-risk',
  'passes',
  'no-owner',
  'no-authority',
  'no-dependencies',
  'not-known',
] as const;
export type LightFilter = (typeof LIGHT_FILTERS)[number];

/** Which findings to show: all items, any finding, any that blocks, waiting for an answer, a waiver in force, moves around the gate, or one rule. */
export const GENERAL_FINDING_FILTERS = [
  'any',
  'some',
  'blocking',
  'unacknowledged',
  'waived',
  'bypassed',
  'off-track',
  'vital',
] as const;
export const FINDING_FILTERS = [...GENERAL_FINDING_FILTERS, ...RULES] as const;
export type FindingFilter = (typeof FINDING_FILTERS)[number];

/** Days of a backtest, both included, and ids of the types of work it goes through. */
export interface Past {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly typeIds: readonly string[];
}

/** What a reader chose to see; the address keeps it, so that a link shows another reader the same. */
export interface ViewState {
  readonly tab: Tab;
  readonly scope: Scope;
  /** The whole list is open, below the items most at risk. */
  readonly all: boolean;
  /** The one page for a meeting is shown, in place of the overview. */
  readonly sheet: boolean;
  readonly search: string;
  readonly light: LightFilter;
  readonly finding: FindingFilter;
  readonly sort: Sort;
  readonly group: Grouping;
  readonly columns: readonly Column[];
  /** The past that the backtest opens with; null where nobody named one. */
  readonly past: Past | null;
  /** What whoever made the link calls this view; empty where it has no name. */
  readonly name: string;
}

export const initialView: ViewState = {
  tab: 'overview',
  scope: 'policy',
  all: false,
  sheet: false,
  search: '',
  light: 'any',
  finding: 'any',
  sort: null,
  group: 'none',
  columns: USUAL_COLUMNS,
  past: null,
  name: '',
};

const SEARCH_LIMIT = 200;
export const NAME_LIMIT = 80;

const oneOf = <T extends string>(all: readonly T[], value: string | null | undefined, otherwise: T): T =>
  all.find((one) => one === value) ?? otherwise;

/** `key.desc` and the like; empty for at risk first. */
export const formatSort = (sort: Sort): string => (sort ? `${sort.column}.${sort.direction}` : '');

export function parseSort(text: string | null): Sort {
  const [name, way] = (text ?? '').split('.');
  const column = COLUMNS.find((one) => one === name);
  return column ? { column, direction: oneOf(DIRECTIONS, way, 'asc') } : null;
}

/** `status.dri` and the like: what stands beside key and summary. */
const formatColumns = (columns: readonly Column[]): string =>
  columns.filter((column) => CHOOSABLE.includes(column)).join('.');

const parseColumns = (text: string | null): readonly Column[] =>
  text === null ? USUAL_COLUMNS : columnsOf(text.split('.'));

const formatPast = ({ from, to, typeIds }: Past): string => `${from}_${to}_${typeIds.join('.')}`;

function parsePast(text: string | null): Past | null {
  const [, from, to, ids] = /^(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)_(\d+(?:\.\d+)*)$/.exec(text ?? '') ?? [];
  return from && to && ids ? { from, to, typeIds: ids.split('.') } : null;
}

/** Reads an address; anything not understood is as if it were not there. */
export function parseView(query: string): ViewState {
  const read = new URLSearchParams(query);
  return {
    tab: oneOf(TABS, read.get('tab'), initialView.tab),
    scope: oneOf(SCOPES, read.get('scope'), initialView.scope),
    all: read.get('items') === 'all',
    sheet: read.get('sheet') === 'yes',
    search: (read.get('q') ?? '').slice(0, SEARCH_LIMIT),
    light: oneOf(LIGHT_FILTERS, read.get('test'), initialView.light),
    finding: oneOf(FINDING_FILTERS, read.get('finding'), initialView.finding),
    sort: parseSort(read.get('sort')),
    group: oneOf(GROUPINGS, read.get('group'), initialView.group),
    columns: parseColumns(read.get('columns')),
    past: parsePast(read.get('past')),
    name: (read.get('name') ?? '').slice(0, NAME_LIMIT),
  };
}

/** The shortest query that says the same; empty for the initial view. */
export function formatView(view: ViewState): string {
  const query = new URLSearchParams();
  if (view.tab !== initialView.tab) query.set('tab', view.tab);
  if (view.scope !== initialView.scope) query.set('scope', view.scope);
  if (view.all) query.set('items', 'all');
  if (view.sheet) query.set('sheet', 'yes');
  if (view.search !== '') query.set('q', view.search);
  if (view.light !== initialView.light) query.set('test', view.light);
  if (view.finding !== initialView.finding) query.set('finding', view.finding);
  if (view.sort) query.set('sort', formatSort(view.sort));
  if (view.group !== initialView.group) query.set('group', view.group);
  if (view.columns.join() !== USUAL_COLUMNS.join()) query.set('columns', formatColumns(view.columns));
  if (view.past) query.set('past', formatPast(view.past));
  if (view.name !== '') query.set('name', view.name);
  return query.toString();
}

/** Whether search or filters leave anything out; the scope is not a filter. */
export const isFiltered = (view: ViewState): boolean =>
  view.search.trim() !== '' || view.light !== 'any' || view.finding !== 'any';

/** Nothing left out. */
export const initialFilter = { light: initialView.light, finding: initialView.finding, search: '' };

/** Whether the whole list is open: by itself, or because something was chosen of it. */
export const isAllOpen = (view: ViewState): boolean =>
  view.all || formatView({ ...view, tab: initialView.tab, sheet: false, past: null }) !== '';
