// Answers "which date is this, if it is one?" (REG-10). Never guesses: two readings, or none, is unread.
// A date keeps the precision it was written with: "2023", "2023-10", "2023-Q3", "2023-10-01".
import { MILLISECONDS_PER_DAY } from "../../kernel/calendar.ts";
import type { DateOrder } from "./schema.ts";
import { isBlank, isNotApplicable } from "./vocabulary.ts";

export type DateReading =
  | { readonly outcome: "date"; readonly date: string }
  | { readonly outcome: "blank" }
  | {
      readonly outcome: "unread";
      readonly cause:
        | "not_a_date"
        | "day_or_month_first"
        | "day_or_year"
        | "no_such_day"
        | "implausible_year"
        | "year_as_serial_number";
    };

const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    "jan january januar janvier",
    "feb february februar février",
    "mar march märz mars",
    "apr april avril",
    "may mai",
    "jun june juni juin",
    "jul july juli juillet",
    "aug august août",
    "sep sept september septembre",
    "oct october okt oktober octobre",
    "nov november novembre",
    "dec december dez dezember décembre",
  ].flatMap((names, at) => names.split(" ").map((name) => [name, at + 1] as const)),
);
const EARLIEST_YEAR = 1940;
const LATEST_YEAR = 2100;
const LONGEST_DATE = 120;

const unread = (cause: Extract<DateReading, { outcome: "unread" }>["cause"]): DateReading => ({
  outcome: "unread",
  cause,
});
const pad = (value: number) => String(value).padStart(2, "0");

/** 1905-07-15 is how a spreadsheet shows the number 2023 in a date cell: a year was meant, but that is a guess. */
function isYearAsSerial(year: number, month: number, day: number): boolean {
  const serial = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / MILLISECONDS_PER_DAY;
  return serial >= EARLIEST_YEAR && serial <= LATEST_YEAR;
}

function toDate(year: number, month?: number, day?: number): DateReading {
  if (month !== undefined && (month < 1 || month > 12)) return unread("no_such_day");
  if (month !== undefined && day !== undefined) {
    if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return unread("no_such_day");
    if (isYearAsSerial(year, month, day)) return unread("year_as_serial_number");
  }
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return unread("implausible_year");
  const parts = [String(year), ...(month === undefined ? [] : [pad(month)]), ...(day === undefined ? [] : [pad(day)])];
  return { outcome: "date", date: parts.join("-") };
}

/** Two-digit years: 00 to 69 are this century. */
const toYear = (text: string) => (text.length === 4 ? Number(text) : Number(text) + (Number(text) < 70 ? 2000 : 1900));

function readNumeric(first: number, second: number, year: number, order: DateOrder): DateReading {
  if (order === "month_first") return toDate(year, first, second);
  if (order === "day_first") return toDate(year, second, first);
  if (first > 12 || first === second) return toDate(year, second, first);
  if (second > 12) return toDate(year, first, second);
  return unread("day_or_month_first");
}

type Form = readonly [RegExp, (parts: readonly string[], order: DateOrder) => DateReading];
const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/u;
const month = (name = "") => MONTHS.get(name.replace(/\.$/u, ""));
const named = (name: string | undefined, read: (month: number) => DateReading) => {
  const number = month(name);
  return number === undefined ? unread("not_a_date") : read(number);
};

const FORMS: readonly Form[] = [
  [/^(\d{4})$/u, ([y]) => toDate(Number(y))],
  [/^(\d{4})[-/.](\d{1,2})$/u, ([y, m]) => toDate(Number(y), Number(m))],
  [
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t ][\d:.]+(?:z|[+-]\d\d:?\d\d)?)?$/u,
    ([y, , m, d]) => toDate(Number(y), Number(m), Number(d)),
  ],
  [
    NUMERIC,
    ([a, separator, b, y = ""], order) => {
      // Two digits three times with dashes could also begin with the year.
      if (y.length === 2 && separator === "-") return unread("day_or_month_first");
      return readNumeric(Number(a), Number(b), toYear(y), order);
    },
  ],
  [/^(\d{1,2})[/.](\d{4})$/u, ([m, y]) => toDate(Number(y), Number(m))],
  [/^([\p{L}]+\.?),? (\d{4})$/u, ([name, y]) => named(name, (m) => toDate(Number(y), m))],
  [/^(\d{4}),? ([\p{L}]+\.?)$/u, ([y, name]) => named(name, (m) => toDate(Number(y), m))],
  [
    /^([\p{L}]+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u,
    ([name, d, y]) => named(name, (m) => toDate(Number(y), m, Number(d))),
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([\p{L}]+\.?),?[ -](\d{4})$/u,
    ([d, name, y]) => named(name, (m) => toDate(Number(y), m, Number(d))),
  ],
  [/^([\p{L}]+)-(\d{4})$/u, ([name, y]) => named(name, (m) => toDate(Number(y), m))],
  // "24-Oct" is 24 October of some year, or October 2024: spreadsheets write both.
  [/^\d{1,2}[ -]([\p{L}]+\.?)$/u, ([name]) => named(name, () => unread("day_or_year"))],
  [/^q([1-4])[ /-]?(\d{4})$/u, ([quarter, y]) => toQuarter(Number(y), quarter)],
  [/^(\d{4})[ /-]?q([1-4])$/u, ([y, quarter]) => toQuarter(Number(y), quarter)],
];

function toQuarter(year: number, quarter = ""): DateReading {
  const reading = toDate(year);
  return reading.outcome === "date" ? { outcome: "date", date: `${reading.date}-Q${quarter}` } : reading;
}

/** A note in brackets after the date is allowed; it stays with the source facts. Fiscal years are unread. */
function normalize(text: string): string {
  const plain = text.replace(/\s+/gu, " ").trim().toLowerCase();
  return plain.replace(/^([^()]*\d[^()]*?) \([^()]*\)$/u, "$1");
}

/** Reads one cell with the order declared for its column. */
export function readDate(text: string, order: DateOrder): DateReading {
  if (isBlank(text) || isNotApplicable(text)) return { outcome: "blank" };
  // Bounds the pattern matching: no date is that long.
  if (text.length > LONGEST_DATE) return unread("not_a_date");
  const plain = normalize(text);
  for (const [form, read] of FORMS) {
    const match = form.exec(plain);
    if (match !== null) return read(match.slice(1), order);
  }
  return unread("not_a_date");
}

/** Which order the column's own dates prove: a number above 12 in one place and never in the other. */
export function inferDateOrder(values: Iterable<string>): DateOrder {
  let monthFirst = 0;
  let dayFirst = 0;
  for (const value of values) {
    if (value.length > LONGEST_DATE) continue;
    const [, first, , second] = NUMERIC.exec(normalize(value)) ?? [];
    if (Number(first) > 12) dayFirst += 1;
    else if (Number(second) > 12) monthFirst += 1;
  }
  if (monthFirst > 0 && dayFirst === 0) return "month_first";
  if (dayFirst > 0 && monthFirst === 0) return "day_first";
  return "unknown";
}
