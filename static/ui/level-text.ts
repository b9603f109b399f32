import type { Translate } from './text';

/** “Every epic-level type”, for the levels of Jira's hierarchy that have a usual name. */
export function levelText(level: number, t: Translate): string {
  if (level === 1) return t('policy.levelEpics');
  if (level === 0) return t('policy.levelStories');
  return level === -1 ? t('policy.levelSubtasks') : t('policy.level', { level });
}
