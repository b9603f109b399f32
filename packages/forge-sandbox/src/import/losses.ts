import { knownByName } from './people';
import type { RawIssue } from './raw';
import type { ReadFile } from './read';

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What the files lack, so that figures which rest on it are not taken for measured. */
export function lossesOf(files: readonly ReadFile[], issues: readonly RawIssue[]): readonly string[] {
  const without = issues.filter(({ changelog }) => !changelog?.histories).length;
  const cut = issues.filter(
    ({ changelog }) => (changelog?.total ?? 0) > (changelog?.histories?.length ?? 0) && changelog?.histories,
  ).length;
  const names = knownByName(issues);
  const formats = new Set(files.map(({ format }) => format));
  return [
    ...(formats.has('csv')
      ? ['Jira’s CSV export holds no histories, link types without their words, and times without a zone.']
      : []),
    ...(formats.has('xml') ? ['Jira’s XML export holds no histories.'] : []),
    ...(without > 0
      ? [
          `${counted(without, 'issue carries', 'issues carry')} no history: indicators and backtest cannot be told for ${without === 1 ? 'it' : 'them'}.`,
        ]
      : []),
    ...(cut > 0
      ? [
          `The histories of ${counted(cut, 'issue are', 'issues are')} cut: the file holds fewer entries than Jira counted, so that indicators and backtest cannot be told for ${cut === 1 ? 'it' : 'them'}.`,
        ]
      : []),
    ...(names > 0
      ? [
          `${counted(names, 'person is', 'people are')} known by name alone: two of one name are taken for one.`,
        ]
      : []),
  ];
}
