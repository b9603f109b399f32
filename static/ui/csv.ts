/** A spreadsheet runs a cell that begins like this; an apostrophe before it makes it text again. */
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]/;

function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 text of a table. Formulas in the cells are disarmed, because titles come from anyone. */
export const toCsv = (table: readonly (readonly string[])[]): string =>
  table.map((line) => line.map(cell).join(',') + '\r\n').join('');
