// Answers "does this mapping fit these columns, and where is each field?" (REG-10).
import type { FieldError } from "../../kernel/refusal.ts";
import type { FactName } from "../schema.ts";
import type {
  ColumnMapping,
  DateField,
  DateOrder,
  FactReading,
  ImpactReading,
  ImportMapping,
  StageReading,
  TextField,
  TierReading,
} from "./schema.ts";

type Place = { readonly at: number; readonly column: string };
type Coded<Field, Reading> = Place & { readonly field: Field; readonly readings: ReadonlyMap<string, Reading> };

export type CodedColumn =
  | Coded<FactName, FactReading>
  | Coded<"impact", ImpactReading>
  | Coded<"stage", StageReading>
  | Coded<"tier", TierReading>;

export type DateColumn = Place & { readonly field: DateField; readonly dateOrder: DateOrder };

/** A mapping with every column found in the file. */
export type FittedMapping = {
  readonly outcome: "fits";
  readonly source: string;
  readonly defaultVersion: string;
  readonly columns: readonly string[];
  readonly text: Readonly<Record<TextField, readonly Place[]>>;
  readonly dates: readonly DateColumn[];
  readonly coded: readonly CodedColumn[];
  readonly id: Place | null;
  readonly identity: readonly Place[];
};

export type MappingProblems = { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/** Spaces around and inside a coded value do not matter; case does, because people see the values as they are. */
export function toValueKey(cell: string): string {
  return cell.replace(/\s+/gu, " ").trim();
}

/** Fields that several columns may feed: units and tags are joined, facts are true when any column says so. */
function isRepeatable(field: ColumnMapping["field"]): boolean {
  if (field === "unit" || field === "tags") return true;
  return field !== "stage" && field !== "tier" && field !== "impact" && isFact(field);
}

const FACTS: ReadonlySet<string> = new Set([
  "affectsRights",
  "affectsSafety",
  "decidesAutonomously",
  "usesPersonalData",
  "isPublicFacing",
] satisfies FactName[]);
const isFact = (field: string) => FACTS.has(field);

function findProblems(mapping: ImportMapping, columns: readonly string[]): FieldError[] {
  const errors: FieldError[] = [];
  const known = new Set(columns);
  const add = (path: string, code: string, message: string) => errors.push({ path, code, message });
  const requireColumn = (path: string, column: string) => {
    if (!known.has(column)) add(path, "registry.column_unknown", `The file has no column \`${column}\``);
  };
  const seenColumns = new Set<string>();
  const seenFields = new Set<string>();
  for (const [at, { column, field }] of mapping.columns.entries()) {
    requireColumn(`columns.${at}.column`, column);
    if (seenColumns.has(column)) {
      add(`columns.${at}.column`, "registry.column_mapped_twice", `Column \`${column}\` is mapped twice; keep one`);
    }
    if (seenFields.has(field) && !isRepeatable(field)) {
      add(`columns.${at}.field`, "registry.field_mapped_twice", `Field \`${field}\` takes one column; keep one`);
    }
    seenColumns.add(column);
    seenFields.add(field);
  }
  if (!seenFields.has("name")) {
    add("columns", "registry.name_not_mapped", "Choose the column that holds the name of each model");
  }
  if (mapping.idColumn !== null) requireColumn("idColumn", mapping.idColumn);
  for (const [at, column] of mapping.identityColumns.entries()) requireColumn(`identityColumns.${at}`, column);
  return errors;
}

function readingsOf<Reading>(values: readonly { value: string; as: Reading }[]): ReadonlyMap<string, Reading> {
  return new Map(values.map(({ value, as }) => [toValueKey(value), as]));
}

function toCoded(entry: Extract<ColumnMapping, { values: unknown }>, place: Place): CodedColumn {
  switch (entry.field) {
    case "impact":
      return { ...place, field: entry.field, readings: readingsOf(entry.values) };
    case "stage":
      return { ...place, field: entry.field, readings: readingsOf(entry.values) };
    case "tier":
      return { ...place, field: entry.field, readings: readingsOf(entry.values) };
    default:
      return { ...place, field: entry.field, readings: readingsOf(entry.values) };
  }
}

/** Finds every column, or names every problem at its place in the mapping. */
export function fitMapping(mapping: ImportMapping, columns: readonly string[]): FittedMapping | MappingProblems {
  const errors = findProblems(mapping, columns);
  if (errors.length > 0) return { outcome: "invalid", errors };
  const toPlace = (column: string): Place => ({ at: columns.indexOf(column), column });
  const text: Record<TextField, Place[]> = {
    name: [],
    version: [],
    description: [],
    ownerEmail: [],
    unit: [],
    tags: [],
  };
  const dates: DateColumn[] = [];
  const coded: CodedColumn[] = [];
  for (const entry of mapping.columns) {
    const place = toPlace(entry.column);
    if ("dateOrder" in entry) dates.push({ ...place, field: entry.field, dateOrder: entry.dateOrder });
    else if ("values" in entry) coded.push(toCoded(entry, place));
    else text[entry.field].push(place);
  }
  const identity = mapping.identityColumns.map(toPlace);
  return {
    outcome: "fits",
    source: mapping.source,
    defaultVersion: mapping.defaultVersion,
    columns,
    text,
    dates,
    coded,
    id: mapping.idColumn === null ? null : toPlace(mapping.idColumn),
    identity: identity.length > 0 ? identity : [...text.name, ...text.unit],
  };
}
