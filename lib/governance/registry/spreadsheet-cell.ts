// Answers "how does a value go into a spreadsheet without becoming a formula?" (REG-10, export).
// INVARIANT: unguardCell(guardCell(value)) === value, so an export gives the same data back.

const STARTS_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** Puts an apostrophe before what a spreadsheet would run; apostrophes already there get one more. */
export function guardCell(value: string): string {
  return STARTS_FORMULA.test(value) ? `'${value}` : value;
}

/** Takes one such apostrophe away. */
export function unguardCell(value: string): string {
  return value.startsWith("'") && STARTS_FORMULA.test(value) ? value.slice(1) : value;
}

/** One cell of a CSV: guarded, quoted where needed. */
function toCsvCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  const text = typeof value === "string" ? guardCell(value) : String(value);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A whole CSV with CRLF line ends (RFC 4180) and a byte order mark, which spreadsheets need to read UTF-8. */
export function toCsv(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(toCsvCell).join(",")}\r\n`).join("")}`;
}
