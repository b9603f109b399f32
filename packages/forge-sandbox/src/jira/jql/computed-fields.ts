import { adfText } from '../adf';
import type { Issue } from '../model/types';
import { canBrowse } from '../permissions';
import { callings, categoryName, statusName, typeName } from '../names';
import { categories, categoryKey } from '../render/things';
import {
  issueNamed,
  keyOrder,
  lookUp,
  named,
  people,
  type Comparable,
  type SearchContext,
  type SearchField,
} from './search-field';

type Things = Pick<SearchField, 'values' | 'resolve' | 'sortKey'>;

const textOf = (issue: Issue, fieldId: string): string => {
  const value = issue.values.get(fieldId);
  return typeof value === 'string' ? value : adfText(value);
};

const commentsOf = (issue: Issue): string[] => issue.comments.map((comment) => adfText(comment.body));

/** Everything `text ~` looks into: summary, description, comments and custom text. */
function allText(context: SearchContext, issue: Issue): string[] {
  const texts = [...commentsOf(issue)];
  for (const field of context.site.store.fields.values()) {
    if (field.value?.base === 'richtext' || (field.value?.base === 'string' && !field.value.list))
      texts.push(textOf(issue, field.id));
  }
  return texts.filter((text) => text !== '');
}

/** JQL fields behind which Jira computes or keeps the value itself; undefined for any other name. */
export function computedField(context: SearchContext, name: string): SearchField | undefined {
  const { store } = context.site;
  const { language } = context.viewer;
  const thing = (parts: Things): SearchField => ({ name, kind: 'thing', ...parts });
  const instant = (read: (issue: Issue) => number | null): SearchField => ({
    name,
    kind: 'date',
    values: (issue) => [read(issue)].filter((at) => at !== null),
    resolve: () => [],
    sortKey: (issue) => read(issue) ?? undefined,
  });
  const text = (read: (issue: Issue) => readonly string[]): SearchField => ({
    name,
    kind: 'text',
    values: read,
    resolve: () => [],
    sortKey: (issue) => read(issue)[0]?.toLowerCase(),
  });
  const ranked = (all: ReadonlyMap<string, unknown>): ((id: string) => Comparable) => {
    const ids = [...all.keys()];
    return (id) => ids.indexOf(id);
  };

  switch (name) {
    case 'key':
    case 'issuekey':
    case 'issue':
    case 'id':
      return thing({
        values: (issue) => [issue.id],
        resolve: (operand) => [issueNamed(context, operand, name).id],
        sortKey: keyOrder,
      });
    case 'project': {
      // Projects one may not browse do not exist, also in a query.
      const seen = [...store.projects.values()].filter((project) => canBrowse(context.viewer, project));
      const named = seen.map((project) => ({ id: project.id, names: [project.key, project.name] }));
      // A former key leads there as long as no project has it.
      const former = seen.map(({ id, formerKeys = [] }) => ({ id, names: [...formerKeys] }));
      const candidates = [...named, ...former];
      return thing({
        values: (issue) => [issue.projectId],
        resolve: (operand) => lookUp(operand, name, candidates),
        sortKey: (issue) => store.projects.get(issue.projectId)?.name.toLowerCase(),
      });
    }
    case 'issuetype':
    case 'type':
      return thing({
        values: (issue) => [issue.typeId],
        resolve: (operand) =>
          lookUp(
            operand,
            'issuetype',
            named(store.issueTypes.values(), (type) => typeName(type, language).name),
          ),
        sortKey: (issue) => store.issueTypes.get(issue.typeId)?.name.toLowerCase(),
      });
    case 'status': {
      const rank = ranked(store.statuses);
      return thing({
        values: (issue) => [issue.statusId],
        resolve: (operand) =>
          lookUp(
            operand,
            name,
            named(store.statuses.values(), (status) => statusName(status, language).name),
          ),
        sortKey: (issue) => rank(issue.statusId),
      });
    }
    case 'statuscategory': {
      const all = Object.entries(categories).map(([key, category]) => ({
        id: key,
        names: [
          ...callings(categoryName(categoryKey(key), 'en'), categoryName(categoryKey(key), language)),
          String(category.id),
        ],
      }));
      return thing({
        values: (issue) => [store.statuses.get(issue.statusId)?.category ?? 'new'],
        resolve: (operand) => lookUp(operand, 'statusCategory', all),
        sortKey: (issue) => all.findIndex((one) => one.id === store.statuses.get(issue.statusId)?.category),
      });
    }
    case 'creator':
      return thing({
        values: (issue) => [issue.creator],
        resolve: (operand) => lookUp(operand, name, people(context.site)),
        sortKey: (issue) => store.users.get(issue.creator)?.displayName.toLowerCase(),
      });
    case 'watcher':
      return thing({
        values: (issue) => [...issue.watchers],
        resolve: (operand) => lookUp(operand, name, people(context.site)),
        sortKey: (issue) => issue.watchers.size,
      });
    case 'created':
    case 'createddate':
      return instant((issue) => issue.created);
    case 'updated':
    case 'updateddate':
      return instant((issue) => issue.updated);
    case 'resolved':
    case 'resolutiondate':
      return instant((issue) => issue.resolved);
    case 'statuscategorychangeddate':
      return instant((issue) => issue.statusChanged);
    case 'text':
      return text((issue) => allText(context, issue));
    case 'comment':
      return text(commentsOf);
    default:
      return undefined;
  }
}
