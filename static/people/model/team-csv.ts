import Papa from 'papaparse';
import type { TeamInput } from '../../../src/contract/inputs-team';
import type { Team } from '../../../src/domain/team/team';
import { toCsv } from '../../ui/csv';

/** A team as the page edits it: what has no id yet is new. */
export type Draft = TeamInput;

/** One line of the file is one team; people are account ids, several things are separated by semicolons. */
export const COLUMNS = [
  'id',
  'name',
  'members',
  'takesRequests',
  'rotaFrom',
  'answersFor',
  'timeZone',
  'workdays',
  'from',
  'to',
  'holidays',
] as const;
type Line = Readonly<Record<(typeof COLUMNS)[number], string>>;

const SEPARATOR = '; ';
const joined = (values: readonly (string | number)[]): string => values.join(SEPARATOR);
const split = (value: string): readonly string[] =>
  value
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Several things typed into one field, separated by commas. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** `EXP`, or `PLAT:Checkout` for one component. */
export const answersForText = (answersFor: Draft['answersFor']): readonly string[] =>
  answersFor.map(({ projectKey, component }) =>
    component === undefined ? projectKey : `${projectKey}:${component}`,
  );

export const readAnswersFor = (values: readonly string[]): Draft['answersFor'] =>
  values.map((value) => {
    const [projectKey = '', ...component] = value.split(':');
    const named = component.join(':').trim();
    return { projectKey: projectKey.trim(), ...(named !== '' && { component: named }) };
  });

const lineOf = ({ id, name, members, takesRequests, calendar, answersFor }: Team): Line => ({
  id,
  name,
  members: joined(members),
  takesRequests:
    takesRequests?.kind === 'rota' ? joined(takesRequests.people) : (takesRequests?.accountId ?? ''),
  rotaFrom: takesRequests?.kind === 'rota' ? takesRequests.from : '',
  answersFor: joined(answersForText(answersFor)),
  timeZone: calendar?.timeZone ?? '',
  workdays: joined(calendar?.workdays ?? []),
  from: calendar?.from ?? '',
  to: calendar?.to ?? '',
  holidays: joined(calendar?.holidays ?? []),
});

/** The teams as a file: what `readTeams` reads. */
export const writeTeams = (teams: readonly Team[]): string =>
  toCsv([[...COLUMNS], ...teams.map((team) => COLUMNS.map((column) => lineOf(team)[column]))]);

/** A cell as it was before a spreadsheet was kept from running it. */
const cellOf = (value: string | undefined): string => (value ?? '').replace(/^'(?=[=+\-@])/, '').trim();

function teamOf(cell: (column: (typeof COLUMNS)[number]) => string): Draft {
  const takers = split(cell('takesRequests'));
  const [taker] = takers;
  const rotaFrom = cell('rotaFrom');
  const id = cell('id');
  return {
    ...(id !== '' && { id }),
    name: cell('name'),
    members: split(cell('members')),
    takesRequests:
      rotaFrom !== ''
        ? { kind: 'rota', people: takers, from: rotaFrom }
        : taker === undefined
          ? null
          : { kind: 'person', accountId: taker },
    calendar:
      cell('timeZone') === ''
        ? null
        : {
            timeZone: cell('timeZone'),
            workdays: split(cell('workdays')).map(Number),
            from: cell('from'),
            to: cell('to'),
            holidays: split(cell('holidays')),
          },
    answersFor: readAnswersFor(split(cell('answersFor'))),
  };
}

/** The teams of a file, or why it is none, in words. Whether they can be kept, saving tells. */
export function readTeams(
  text: string,
): { readonly ok: true; readonly teams: readonly Draft[] } | { readonly ok: false; readonly why: string } {
  const { data, errors, meta } = Papa.parse<Readonly<Record<string, string | undefined>>>(
    text.replace(/^\uFEFF/, ''),
    { header: true, skipEmptyLines: 'greedy', transformHeader: (header) => header.trim() },
  );
  const [error] = errors.filter(({ code }) => code !== 'UndetectableDelimiter');
  if (error) return { ok: false, why: error.message };
  const missing = ['name', 'members'].filter((column) => !(meta.fields ?? []).includes(column));
  if (missing.length > 0) return { ok: false, why: missing.join(', ') };
  return { ok: true, teams: data.map((line) => teamOf((column) => cellOf(line[column]))) };
}
