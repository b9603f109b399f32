import { createContext, useContext } from 'react';
import { coversType } from '../../src/domain/gate/coverage';
import type { LinkTypeFact, WaitingLink, WorkItemType } from '../../src/domain/policy/scope';
import { levelText } from '../ui/level-text';
import { useSurroundings } from '../ui/surroundings';
import { useText } from '../ui/text';
import type { OfferedType } from './model/jira-shapes';

/** What Jira calls the types and links that a policy names by id. */
export interface JiraNames {
  readonly types: readonly OfferedType[];
  readonly links: readonly LinkTypeFact[];
  /** The sides of those that count as waiting as long as nobody chose. */
  readonly byWords: readonly WaitingLink[];
}

const nothing: JiraNames = { types: [], links: [], byWords: [] };
const NamesContext = createContext<JiraNames>(nothing);
export const JiraNamesProvider = NamesContext.Provider;
export const useJiraNames = (): JiraNames => useContext(NamesContext);

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
