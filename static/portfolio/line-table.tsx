import type { ReactNode } from 'react';
import { router } from '@forge/bridge';
import { IssueLink } from '../ui/issue-link';
import { Sparkline } from '../ui/sparkline';
import { useSurroundings } from '../ui/surroundings';
import { Text, useText, type PlainTextId } from '../ui/text';
import { figuresOf, passingLine, type Line } from './model/load';
import type { Group } from './model/groups';
import { groupName, looseningText, noWorst, worstText } from './words';
import type { Grouping } from './model/view';
import '../ui/table.css';

/** The columns between a project's name and its worst item, and what their numbers count. */
const COLUMNS = [
  ['portfolio.passing', 'portfolio.testHelp'],
  ['portfolio.unanswered', 'portfolio.unansweredHelp'],
  ['portfolio.overdue', 'portfolio.overdueHelp'],
  ['portfolio.offTrack', 'portfolio.offTrackHelp'],
  ['portfolio.decisions', 'portfolio.decisionsHelp'],
  ['portfolio.loosening', 'portfolio.looseningHelp'],
  ['portfolio.quarter', 'portfolio.quarterHelp'],
] as const satisfies readonly (readonly [PlainTextId, PlainTextId])[];

/** A line for each project, under the names of their groups. */
export function LineTable({ groups, by }: { groups: readonly Group[]; by: Grouping }) {
  const t = useText();
  return (
    <table className="hf-data hf-data-blocks hf-portfolio-lines">
      <caption className="hf-visually-hidden">{t('portfolio.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('portfolio.project')}</th>
          {COLUMNS.map(([name, help]) => (
            <th scope="col" key={name} title={t(help)}>
              {t(name)}
            </th>
          ))}
          <th scope="col">{t('portfolio.worst')}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          {by !== 'none' && (
            <tr>
              <th scope="rowgroup" colSpan={COLUMNS.length + 2}>
                {groupName(group.name, by, t)}
              </th>
            </tr>
          )}
          {group.lines.map((line) => (
            <LineRow key={line.project.projectKey} line={line} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function LineRow({ line }: { line: Line }) {
  const t = useText();
  const figures = figuresOf(line);
  // Nothing is said of a project before the first of its items is read.
  const isKnown = line.isDone || figures.items > 0;
  const number = (count: number): ReactNode => (isKnown ? t('portfolio.number', { count }) : '–');
  const cells: Readonly<Record<(typeof COLUMNS)[number][0], ReactNode>> = {
    'portfolio.passing': isKnown
      ? t('portfolio.partOf', { part: figures.passing, whole: figures.items - figures.notKnown })
      : '–',
    'portfolio.unanswered': number(figures.unanswered),
    'portfolio.overdue': number(figures.overdue),
    'portfolio.offTrack': number(figures.offTrack),
    'portfolio.decisions': number(figures.decisionsDue),
    'portfolio.loosening': looseningText(line, t),
    'portfolio.quarter': <Sparkline values={passingLine(line)} />,
  };
  return (
    <tr>
      <th scope="row">
        <ProjectName line={line} />
      </th>
      {COLUMNS.map(([name]) => (
        <td key={name} className="hf-data-number" data-label={t(name)}>
          {cells[name]}
        </td>
      ))}
      <td data-label={t('portfolio.worst')}>
        <div className="hf-portfolio-worst">
          <WorstItem line={line} />
        </div>
      </td>
    </tr>
  );
}

/** A project under its name, which leads to its report, and who leads it. */
function ProjectName({ line: { project, shared } }: { line: Line }) {
  const { siteUrl } = useSurroundings();
  const { projectKey, name, lead } = project;
  const open = (): void =>
    void router.navigate({ target: 'module', moduleKey: 'gap-report', projectKey }).catch(() => undefined);
  return (
    <>
      <a
        className="hf-link"
        href={`${siteUrl}/browse/${projectKey}`}
        onClick={(event) => {
          event.preventDefault();
          open();
        }}
      >
        {name}
      </a>
      <span className="hf-line hf-subtle hf-small">
        {projectKey}
        {lead && ` · ${lead.displayName}`}
      </span>
      {shared && (
        <span className="hf-line hf-subtle hf-small">
          <Text id="portfolio.shared" />
        </span>
      )}
    </>
  );
}

function WorstItem({ line }: { line: Line }) {
  const t = useText();
  const { worst } = line.own;
  if (!worst) {
    if (!line.isDone) return <span className="hf-subtle">–</span>;
    return (
      <span className="hf-subtle">
        <Text id={noWorst(figuresOf(line))} />
      </span>
    );
  }
  const why = worstText(worst, t);
  return (
    <span title={`${worst.summary}\n${why}`}>
      <IssueLink issueKey={worst.issueKey} /> <b className="hf-medium">{worst.summary}</b>
      <span className="hf-line hf-subtle">{why}</span>
    </span>
  );
}
