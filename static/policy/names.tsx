import { createContext, useContext } from 'react';
import { coversType, type LinkTypeFact, type WorkItemType } from '../../src/domain/policy/scope';
import { useSurroundings } from '../ui/surroundings';
import { useText, type Translate } from '../ui/text';
import type { OfferedType } from './model/jira-shapes';

/** What Jira calls the types and links that a policy names by id. */
export interface JiraNames {
  readonly types: readonly OfferedType[];
  readonly links: readonly LinkTypeFact[];
}

const nothing: JiraNames = { types: [], links: [] };
const NamesContext = createContext<JiraNames>(nothing);
export const JiraNamesProvider = NamesContext.Provider;
export const useJiraNames = (): JiraNames => useContext(NamesContext);

/** “Every epic-level type”, for the levels that have a usual name. */
export function levelText(level: number, t: Translate): string {
  if (level === 1) return t('policy.levelEpics');
  if (level === 0) return t('policy.levelStories');
  return level === -1 ? t('policy.levelSubtasks') : t('policy.level', { level });
}

/** What an entry of a policy is called, as Jira calls it today. */
export function useTypeName(): (type: WorkItemType) => string {
  const t = useText();
  const { locale } = useSurroundings();
  const { types } = useJiraNames();
  const listed = new Intl.ListFormat(locale);
  return (entry) => {
    const named = [...new Set(types.filter((type) => coversType(entry, type)).map(({ name }) => name))];
    if ('level' in entry) {
      const level = levelText(entry.level, t);
      return named.length === 0
        ? level
        : t('policy.levelOf', {
            level,
            names: listed.format(named.slice(0, 4)),
            more: Math.max(named.length - 4, 0),
          });
    }
    return named[0] ?? ('id' in entry ? entry.name : entry.named);
  };
}
