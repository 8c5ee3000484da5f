/** A table as CSV ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)), for people who open it in a spreadsheet. */
export function csv(rows: string[][], separator: string): string {
  // Spreadsheets take a file without this mark for one of the system's old character set.
  const byteOrderMark = '\uFEFF';
  return byteOrderMark + rows.map((row) => `${row.map((cell) => field(cell, separator)).join(separator)}\r\n`).join('');
}

/** What spreadsheets put between cells where `language` is spoken: a semicolon where the comma is in numbers. */
export function listSeparator(language: string): ',' | ';' {
  const parts = new Intl.NumberFormat(language).formatToParts(0.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}

function field(cell: string, separator: string): string {
  const text = withoutFormula(cell);
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text that a spreadsheet does not run: what would begin a formula stands behind an apostrophe. */
function withoutFormula(cell: string): string {
  return /^[\s\u0000-\u001F\uFEFF]*[=+\-@＝＋－＠]|^[\t\r]/u.test(cell) ? `'${cell}` : cell;
}
