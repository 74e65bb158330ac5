// Answers "which columns and rows does this text hold?" (REG-10). Rows are numbered as a spreadsheet shows them:
// the header is row 1, a quoted line break starts no new row. A damaged file is refused whole, a damaged row alone.
import { CsvError, parse } from "csv-parse/sync";
import type { Reason } from "../../kernel/verdict.ts";
import { unguardCell } from "../spreadsheet-cell.ts";
import { type UnreadableFile, unreadable } from "./decode.ts";
import { Delimiter } from "./schema.ts";

/** One row below the header; `problem` when its number of fields is not that of the header. */
export type TableRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly problem: Reason<"registry.too_few_fields" | "registry.too_many_fields"> | null;
};

export type Table = {
  readonly outcome: "read";
  readonly delimiter: Delimiter;
  /** Unique: repeated headers get ` (2)`, empty ones `Column 7`. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
};

const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "vertical bar",
};
const SAMPLE_ROWS = 50;
const LONGEST_HEADER = 500;

function parseRecords(text: string, delimiter: Delimiter, rows?: number): string[][] {
  return parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to: rows ?? -1,
  });
}

/** Columns of the header, weighed by how many of the first rows have as many; 0 when it cannot be read so. */
function scoreDelimiter(text: string, delimiter: Delimiter): number {
  try {
    const [header = [], ...rows] = parseRecords(text, delimiter, SAMPLE_ROWS + 1);
    const fitting = rows.filter((row) => row.length === header.length).length;
    return (header.length - 1) * (1 + fitting);
  } catch (error) {
    // A damaged file still gets its delimiter, so that the damage is what the person reads about.
    if (error instanceof CsvError) return text.split("\n", 1)[0]?.includes(delimiter) ? 0.5 : 0;
    throw error;
  }
}

/** The delimiter that explains the first rows best; null when none gives two columns. */
function recognizeDelimiter(text: string): Delimiter | null {
  let best: { delimiter: Delimiter; score: number } | null = null;
  for (const delimiter of Delimiter.options) {
    const score = scoreDelimiter(text, delimiter);
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}

/** Header names made unique, so that a mapping can name each column. */
export function toColumnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, at) => {
    const spoken = [...cell.replace(/\s+/gu, " ").trim()].slice(0, LONGEST_HEADER).join("").trim();
    const name = spoken || `Column ${at + 1}`;
    let unique = name;
    for (let n = 2; taken.has(unique); n += 1) unique = `${name} (${n})`;
    taken.add(unique);
    return unique;
  });
}

function toUnreadable(error: CsvError): UnreadableFile {
  const line = Number(error.lines ?? 0);
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    const cause = `The file ends inside a quoted value that is never closed (line ${line}): it is cut off or damaged`;
    return unreadable("registry.file_truncated", cause, "Export the file again and choose the complete one", { line });
  }
  const cause = `The file is not well-formed CSV at line ${line}: ${error.message}`;
  return unreadable("registry.file_malformed", cause, "Correct that line, or export the file again", { line });
}

function toRow(cells: readonly string[], row: number, width: number): TableRow {
  const facts = { expected: width, found: cells.length };
  if (cells.length < width) return { row, cells, problem: { code: "registry.too_few_fields", facts } };
  if (cells.length > width) return { row, cells, problem: { code: "registry.too_many_fields", facts } };
  return { row, cells, problem: null };
}

const isBlankLine = (cells: readonly string[]) => cells.length === 1 && cells[0]?.trim() === "";

function oneColumn(tried: readonly Delimiter[]): UnreadableFile {
  const names = tried.map((delimiter) => DELIMITER_NAMES[delimiter]).join(", ");
  const remedy = "Check which character separates the columns, and that the file begins with its header row";
  return unreadable("registry.file_has_one_column", `Only one column was found; separators tried: ${names}`, remedy);
}

function findHeaderProblem(header: readonly string[], delimiter: Delimiter): UnreadableFile | null {
  if (header.length < 2) return oneColumn([delimiter]);
  if (header.filter((cell) => cell.trim() !== "").length * 2 > header.length) return null;
  const remedy = "Put the column names in the first row";
  return unreadable("registry.file_has_no_header", "Most columns of the first row have no name", remedy);
}

/** Reads the whole text. `delimiter` null recognises it. Blank lines are no rows but keep the numbering. */
export function readTable(text: string, delimiter: Delimiter | null = null): Table | UnreadableFile {
  const chosen = delimiter ?? recognizeDelimiter(text);
  if (chosen === null) return oneColumn(Delimiter.options);
  let records: string[][];
  try {
    records = parseRecords(text, chosen);
  } catch (error) {
    if (error instanceof CsvError) return toUnreadable(error);
    throw error;
  }
  const headerAt = records.findIndex((cells) => !isBlankLine(cells));
  const header = records[headerAt] ?? [];
  const problem = findHeaderProblem(header, chosen);
  if (problem !== null) return problem;
  const columns = toColumnNames(header);
  const rows: TableRow[] = [];
  for (let at = headerAt + 1; at < records.length; at += 1) {
    const cells = records[at] ?? [];
    if (!isBlankLine(cells)) rows.push(toRow(cells.map(unguardCell), at + 1, columns.length));
  }
  if (rows.length === 0) {
    const cause = "The file has a header row and nothing below it";
    return unreadable("registry.file_has_no_rows", cause, "Choose a file with at least one row of data");
  }
  return { outcome: "read", delimiter: chosen, columns, rows };
}
