/** Rows of a text with comma separated values; quotes may hold commas, quotes and line breaks. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += char;
        at += 1;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')]);
      row = [];
      cell = '';
    } else cell += char;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.filter((one) => one.some((value) => value !== ''));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Jira's own way of writing a moment into its exports (`23/Nov/26 9:05 AM`), or ISO 8601; without a zone it is UTC. */
export function momentOf(text: string): string | undefined {
  const found = /^(\d{1,2})\/([A-Za-z]{3})\/(\d{2,4})(?: (\d{1,2}):(\d{2})(?: ?([AP])M)?)?/i.exec(
    text.trim(),
  );
  if (!found) {
    const time = Date.parse(text);
    return Number.isNaN(time) ? undefined : new Date(time).toISOString();
  }
  const [, day = '1', month = '', year = '', hour = '0', minute = '0', half] = found;
  const index = MONTHS.indexOf(month.toLowerCase());
  if (index < 0) return undefined;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return new Date(Date.UTC(full, index, Number(day), hours, Number(minute))).toISOString();
}

/** Words of Jira's own link types, since the columns carry the types' names alone. */
const WORDS: Readonly<Record<string, readonly [inward: string, outward: string]>> = {
  Blocks: ['is blocked by', 'blocks'],
  Cloners: ['is cloned by', 'clones'],
  Duplicate: ['is duplicated by', 'duplicates'],
  Relates: ['relates to', 'relates to'],
};

/**
 * Issues out of Jira's own CSV export, as the REST API would tell them as far as they go: no histories, links by their
 * types' names, people by their names where the export has no ids.
 *
 * @returns null where it is not such an export
 */
export function issuesInCsv(text: string): readonly unknown[] | null {
  const [head = [], ...rows] = rowsOf(text.replace(/^\uFEFF/, ''));
  const columns = head.map((name) => name.trim());
  if (!columns.includes('Issue key') || !columns.includes('Summary')) return null;
  return rows.map((row) => {
    const all = (name: string): readonly string[] =>
      columns.flatMap((column, index) => (column === name && row[index] ? [row[index]] : []));
    const one = (name: string): string | undefined => all(name)[0];
    const key = one('Issue key') ?? '';
    const date = (name: string): string | undefined => momentOf(one(name) ?? '');
    const person = (name: string): unknown => {
      const [displayName, accountId] = [one(name), one(`${name} Id`)];
      return displayName === undefined && accountId === undefined ? null : { displayName, accountId };
    };
    const issuelinks = columns.flatMap((column, index) => {
      const [, side, type = ''] = /^(Inward|Outward) issue link \((.+)\)$/.exec(column) ?? [];
      const other = row[index];
      if (side === undefined || !other) return [];
      const [inward, outward] = WORDS[type] ?? [type, type];
      return [{ type: { name: type, inward, outward }, [`${side.toLowerCase()}Issue`]: { key: other } }];
    });
    const parent = one('Parent key');
    return {
      id: one('Issue id') ?? key,
      key,
      fields: {
        summary: one('Summary') ?? '',
        issuetype: { name: one('Issue Type') ?? 'Task' },
        project: { key: one('Project key') ?? key.replace(/-\d+$/, ''), name: one('Project name') },
        status: { name: one('Status') ?? 'Open', statusCategory: categoryOf(one('Status Category')) },
        ...(one('Priority') && { priority: { name: one('Priority') } }),
        ...(one('Resolution') && { resolution: { name: one('Resolution') } }),
        created: date('Created') ?? '',
        updated: date('Updated'),
        resolutiondate: date('Resolved'),
        duedate: date('Due date')?.slice(0, 10) ?? date('Due Date')?.slice(0, 10),
        labels: all('Labels'),
        assignee: person('Assignee'),
        reporter: person('Reporter'),
        creator: person('Creator'),
        issuelinks,
        ...(parent !== undefined && { parent: { key: parent } }),
      },
    };
  });
}

const CATEGORIES: Readonly<Record<string, string>> = {
  'To Do': 'new',
  'In Progress': 'indeterminate',
  Done: 'done',
};

const categoryOf = (name: string | undefined): { readonly key: string } | undefined => {
  const key = CATEGORIES[name ?? ''];
  return key === undefined ? undefined : { key };
};
