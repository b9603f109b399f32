import { toCsv } from '../ui/csv';
import type { Translate } from '../ui/text';
import type { Group } from './model/groups';
import { figuresOf, mayTell, passingLine } from './model/load';
import { worstText } from './words';

/** The lines as they are shown, one each; what is not known is empty. */
export function csvOf(groups: readonly Group[], t: Translate): string {
  const head = [
    t('portfolio.key'),
    t('portfolio.project'),
    t('portfolio.lead'),
    t('portfolio.category'),
    t('portfolio.items'),
    t('portfolio.passing'),
    t('portfolio.unanswered'),
    t('portfolio.overdue'),
    t('portfolio.offTrack'),
    t('portfolio.decisions'),
    t('portfolio.loosening'),
    t('portfolio.quarter'),
    t('portfolio.worst'),
    t('portfolio.worstWhy'),
  ];
  const lines = groups.flatMap(({ lines: some }) =>
    some.map((line): readonly string[] => {
      const { project, own, drift, isJudged } = line;
      const { items, notKnown, passing, unanswered, overdue, offTrack, decisionsDue } = figuresOf(line);
      return [
        project.projectKey,
        project.name,
        project.lead?.displayName ?? '',
        project.category?.name ?? '',
        ...[items - notKnown, passing, unanswered, overdue, offTrack, decisionsDue].map(String),
        drift && isJudged && mayTell(drift) ? String(drift.loosening) : '',
        passingLine(line)?.join(' ') ?? '',
        own.worst ? `${own.worst.issueKey} ${own.worst.summary}` : '',
        own.worst ? worstText(own.worst, t) : '',
      ];
    }),
  );
  return toCsv([head, ...lines]);
}
