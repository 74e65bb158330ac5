// Answers "which mapping is likely?" from headers and values alone (REG-10). It knows no particular inventory:
// a field is suggested when the header speaks for it and the values do too; a value it is not sure of stays unread.
import { type FactName, UNSPECIFIED_VERSION } from "../schema.ts";
import { type ColumnProfile, profileColumns } from "./column-profile.ts";
import type { Table } from "./csv.ts";
import { inferDateOrder, readDate } from "./dates.ts";
import { CODED_WORDS, DATE_WORDS, FILLER_WORDS, TEXT_WORDS } from "./field-words.ts";
import type { CodedField, ColumnMapping, DateOrder, ImportMapping, TextField } from "./schema.ts";
import { isNotApplicable, readImpact, readStage, readTier, readYesNo, toSpelling } from "./vocabulary.ts";

export type Suggestion = { readonly mapping: ImportMapping; readonly profiles: readonly ColumnProfile[] };

const LEAST_UNDERSTOOD = 0.5;
const LEAST_COVERAGE = 0.5;
const MOST_CODED_VALUES = 200;
const LONGEST_VALUE = 1_000;

const wordsOf = (header: string) =>
  toSpelling(header)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Share of the header's telling words that the best phrase covers; 0 with a qualifier among them. */
function coverageOf(header: string, field: TextField | "id"): number {
  const all = wordsOf(header);
  const telling = all.filter((word) => !FILLER_WORDS.has(word));
  const words = telling.length === 0 ? all : telling;
  if (words.length === 0) return 0;
  const { phrases, qualifiers } = TEXT_WORDS[field];
  if (qualifiers.split(" ").some((qualifier) => words.includes(qualifier))) return 0;
  const covered = phrases.split("|").map((phrase) => {
    const parts = phrase.split(" ");
    return parts.every((part) => words.includes(part)) ? parts.length : 0;
  });
  return Math.max(...covered) / words.length;
}

const fillOf = (profile: ColumnProfile) => profile.filled / Math.max(1, profile.filled + profile.blank);

/** Share of the telling cells (neither blank nor "not applicable") for which `isUnderstood` holds. */
function shareOf(profile: ColumnProfile, isUnderstood: (value: string) => boolean): number {
  const telling = profile.values.filter(({ value }) => !isNotApplicable(value));
  const total = telling.reduce((sum, { count }) => sum + count, 0);
  const understood = telling.reduce((sum, { value, count }) => sum + (isUnderstood(value) ? count : 0), 0);
  return total === 0 ? 0 : understood / total;
}

function toCodedMapping(column: string, field: CodedField, values: readonly string[]): ColumnMapping {
  switch (field) {
    case "impact":
      return { column, field, values: values.map((value) => ({ value, as: readImpact(value) })) };
    case "stage":
      return { column, field, values: values.map((value) => ({ value, as: readStage(value) })) };
    case "tier":
      return { column, field, values: values.map((value) => ({ value, as: readTier(value) })) };
    default:
      return { column, field, values: values.map((value) => ({ value, as: readYesNo(value) })) };
  }
}

const READERS: Readonly<Record<Exclude<CodedField, FactName>, (value: string) => string>> = {
  impact: readImpact,
  stage: readStage,
  tier: readTier,
};

function readCodedValue(field: CodedField, value: string): string {
  return field in READERS ? READERS[field as keyof typeof READERS](value) : readYesNo(value);
}

function isTelling(reading: string): boolean {
  return reading !== "unread" && reading !== "unknown";
}

/** Columns whose header asks for a coded fact and whose values mostly answer it. */
function suggestCoded(profiles: readonly ColumnProfile[]): ColumnMapping[] {
  const found = profiles.flatMap((profile) => {
    if (profile.distinct === 0 || profile.distinct > MOST_CODED_VALUES) return [];
    const header = toSpelling(profile.column);
    const match = CODED_WORDS.find(
      ({ field, words }) =>
        words.test(header) && shareOf(profile, (value) => isTelling(readCodedValue(field, value))) >= LEAST_UNDERSTOOD,
    );
    return match === undefined ? [] : [{ profile, match }];
  });
  return CODED_WORDS.flatMap(({ field, isJoined }) => {
    const columns = found.filter(({ match }) => match.field === field).map(({ profile }) => profile);
    columns.sort((a, b) => b.filled - a.filled);
    const chosen = isJoined ? columns : columns.slice(0, 1);
    return chosen.map(({ column, values }) => {
      // A value too long to be a spelling gets no entry, and so is unread.
      const spellings = values.map(({ value }) => value).filter((value) => value.length <= LONGEST_VALUE);
      return toCodedMapping(column, field, spellings);
    });
  });
}

const isDateSomehow = (value: string) =>
  readDate(value, "month_first").outcome === "date" || readDate(value, "day_first").outcome === "date";

function suggestDates(profiles: readonly ColumnProfile[]): ColumnMapping[] {
  const dated = profiles.filter((profile) => profile.filled > 0 && shareOf(profile, isDateSomehow) >= LEAST_UNDERSTOOD);
  const orders = dated.map((profile) => inferDateOrder(profile.values.map(({ value }) => value)));
  const proven = new Set(orders.filter((order) => order !== "unknown"));
  // One file rarely writes dates two ways: a column without proof follows the others when they agree.
  const [agreed = "unknown"] = proven.size === 1 ? proven : new Set<DateOrder>();
  const taken = new Set<string>();
  return dated.flatMap((profile, at) => {
    const field = DATE_WORDS.find(({ words }) => words.test(toSpelling(profile.column)))?.field;
    if (field === undefined || taken.has(field)) return [];
    taken.add(field);
    const own = orders[at] ?? "unknown";
    return [{ column: profile.column, field, dateOrder: own === "unknown" ? agreed : own }];
  });
}

/** Columns for a text field, best first. */
function rankText(profiles: readonly ColumnProfile[], field: TextField | "id"): ColumnProfile[] {
  const ranked = profiles
    .map((profile) => ({ profile, coverage: coverageOf(profile.column, field) }))
    .filter(({ profile, coverage }) => coverage >= LEAST_COVERAGE && profile.filled > 0);
  ranked.sort((a, b) => b.coverage * fillOf(b.profile) - a.coverage * fillOf(a.profile));
  return ranked.map(({ profile }) => profile);
}

const isEmailColumn = (profile: ColumnProfile) => shareOf(profile, (value) => value.includes("@")) >= LEAST_UNDERSTOOD;
const isUnique = (profile: ColumnProfile) => fillOf(profile) >= 0.9 && profile.distinct / profile.filled >= 0.95;

/** Suggests a mapping of a table; `source` is what the person calls the inventory. */
export function suggestMapping(table: Pick<Table, "columns" | "rows">, source: string): Suggestion {
  const profiles = profileColumns(table.columns, table.rows);
  const taken = new Set<string>();
  const free = () => profiles.filter(({ column }) => !taken.has(column));
  const take = (profile: ColumnProfile | undefined) => {
    if (profile !== undefined) taken.add(profile.column);
    return profile;
  };
  const special = [...suggestCoded(profiles), ...suggestDates(profiles)];
  for (const { column } of special) taken.add(column);
  const id = take(rankText(free(), "id").find(isUnique));
  const text: ColumnMapping[] = [];
  const map = (field: TextField, chosen: readonly ColumnProfile[]) => {
    for (const profile of chosen) text.push({ column: profile.column, field });
    for (const profile of chosen) take(profile);
  };
  map("name", rankText(free(), "name").slice(0, 1));
  map("version", rankText(free(), "version").slice(0, 1));
  map("description", rankText(free(), "description").slice(0, 1));
  map("ownerEmail", rankText(free(), "ownerEmail").filter(isEmailColumn).slice(0, 1));
  const units = new Set(rankText(free(), "unit").filter(({ averageLength }) => averageLength <= 120));
  map(
    "unit",
    free().filter((profile) => units.has(profile)),
  );
  map(
    "tags",
    rankText(free(), "tags")
      .filter(({ distinct }) => distinct <= MOST_CODED_VALUES)
      .slice(0, 1),
  );
  const position = new Map(table.columns.map((column, at) => [column, at]));
  const columns = [...text, ...special].sort((a, b) => (position.get(a.column) ?? 0) - (position.get(b.column) ?? 0));
  const identityColumns = text.filter(({ field }) => field === "name" || field === "unit").map(({ column }) => column);
  return {
    mapping: {
      source,
      delimiter: null,
      columns,
      idColumn: id?.column ?? null,
      identityColumns,
      defaultVersion: UNSPECIFIED_VERSION,
    },
    profiles,
  };
}
