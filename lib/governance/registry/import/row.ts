// Answers "which model does this row describe, and what in it could not be read?" (REG-9, REG-10).
// Nothing is guessed: a value without a reading is listed, the fact stays unknown, the cell stays a source fact.
import { z } from "zod";
import { digestOf } from "../../kernel/digest.ts";
import type { Reason } from "../../kernel/verdict.ts";
import {
  ModelDescription,
  ModelName,
  type ModelStatus,
  ModelTags,
  ModelUnit,
  ModelVersion,
  type SourceFact,
  type Stage,
  type Tier,
  type TierFacts,
} from "../schema.ts";
import { assessTier, higherTier, type TierVerdict, UNKNOWN_FACTS } from "../tier.ts";
import { applyCoded, type Coding } from "./coding.ts";
import type { TableRow } from "./csv.ts";
import { readDate } from "./dates.ts";
import { type FittedMapping, toValueKey } from "./mapping.ts";
import type { DateField, ImportField } from "./schema.ts";
import { isBlank, isNotApplicable } from "./vocabulary.ts";

export type SourceDates = Readonly<Record<DateField, string | null>>;

/** A value of a mapped column that says something nobody could read. */
export type UnreadValue = {
  readonly row: number;
  readonly column: string;
  readonly field: ImportField;
  readonly value: string;
  readonly cause: string;
};

export type Candidate = {
  readonly row: number;
  readonly source: string;
  readonly sourceId: string;
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly unit: string;
  /** The columns that make the unit, widest first, such as agency and bureau. */
  readonly unitParts: readonly string[];
  readonly tags: readonly string[];
  readonly ownerEmail: string | null;
  readonly facts: TierFacts;
  readonly dates: SourceDates;
  readonly assessed: TierVerdict;
  /** The inventory's own tier, when it has one: it can raise the assessed tier, never lower it. */
  readonly statedTier: Tier | null;
  readonly tier: Tier;
  /** Status of a model that is new here; existing ones keep theirs. */
  readonly status: ModelStatus;
  readonly sourceFacts: readonly SourceFact[];
  /** Digest of all of the above that comes from the file: equal means unchanged. */
  readonly contentDigest: string;
};

export type RowRejection = {
  readonly outcome: "rejected";
  readonly row: number;
  readonly reasons: readonly Reason[];
};
export type RowReading =
  | { readonly outcome: "candidate"; readonly candidate: Candidate; readonly unread: readonly UnreadValue[] }
  | RowRejection;

const UNIT_SEPARATOR = " / ";
const Email = z.email();

function statusOfStage(stage: Stage | null): ModelStatus {
  if (stage === "operation") return "active";
  return stage === "retired" ? "decommissioned" : "proposed";
}

type Reader = { readonly cells: readonly string[]; readonly row: number; readonly unread: UnreadValue[] };

function readCoded(reader: Reader, mapping: FittedMapping): Coding {
  const coding: Coding = { facts: {}, stage: null, statedTier: null };
  for (const column of mapping.coded) {
    const value = reader.cells[column.at] ?? "";
    if (applyCoded(coding, column, value)) continue;
    reader.unread.push({ row: reader.row, column: column.column, field: column.field, value, cause: "not_understood" });
  }
  return coding;
}

function readDates(reader: Reader, mapping: FittedMapping): SourceDates {
  const dates: Record<DateField, string | null> = {
    initiatedOn: null,
    developedOn: null,
    implementedOn: null,
    retiredOn: null,
  };
  for (const { at, column, field, dateOrder } of mapping.dates) {
    const value = reader.cells[at] ?? "";
    const reading = readDate(value, dateOrder);
    if (reading.outcome === "date") dates[field] = reading.date;
    if (reading.outcome !== "unread") continue;
    reader.unread.push({ row: reader.row, column, field, value, cause: reading.cause });
  }
  return dates;
}

function readTags(reader: Reader, mapping: FittedMapping): readonly string[] {
  const tags: string[] = [];
  for (const { at, column } of mapping.text.tags) {
    const value = reader.cells[at] ?? "";
    const parts = value.split(/[;|\n]/u).filter((part) => !isBlank(part) && !isNotApplicable(part));
    const parsed = ModelTags.safeParse([...tags, ...parts]);
    if (parsed.success) tags.splice(0, tags.length, ...parsed.data);
    else reader.unread.push({ row: reader.row, column, field: "tags", value, cause: "too_many_or_too_long" });
  }
  return tags;
}

function readOwner(reader: Reader, mapping: FittedMapping): string | null {
  const [place] = mapping.text.ownerEmail;
  if (place === undefined) return null;
  const value = reader.cells[place.at] ?? "";
  if (isBlank(value) || isNotApplicable(value)) return null;
  const parsed = Email.safeParse(value.trim().toLowerCase());
  if (parsed.success) return parsed.data;
  reader.unread.push({ row: reader.row, column: place.column, field: "ownerEmail", value, cause: "not_an_address" });
  return null;
}

const Texts = z.object({ name: ModelName, version: ModelVersion, description: ModelDescription, unit: ModelUnit });

function readUnitParts(reader: Reader, mapping: FittedMapping): readonly string[] {
  const parts = mapping.text.unit.map(({ at }) => toValueKey(reader.cells[at] ?? "")).filter((part) => part !== "");
  return [...new Set(parts)];
}

function readTexts(reader: Reader, mapping: FittedMapping, unitParts: readonly string[]) {
  const cellAt = (at: number | undefined) => (at === undefined ? "" : (reader.cells[at] ?? ""));
  const { name, version, description } = mapping.text;
  return Texts.safeParse({
    name: cellAt(name[0]?.at),
    version: isBlank(cellAt(version[0]?.at)) ? mapping.defaultVersion : cellAt(version[0]?.at),
    description: cellAt(description[0]?.at),
    unit: unitParts.join(UNIT_SEPARATOR),
  });
}

/** Every cell that says something and that the model does not already hold letter for letter. */
function keepSourceFacts(reader: Reader, mapping: FittedMapping, texts: z.infer<typeof Texts>): SourceFact[] {
  const verbatim = new Map<number, string>();
  for (const field of ["name", "version", "description", "unit"] as const) {
    for (const { at } of mapping.text[field]) verbatim.set(at, texts[field]);
  }
  const facts: SourceFact[] = [];
  for (const [at, column] of mapping.columns.entries()) {
    const value = reader.cells[at] ?? "";
    if (value.trim() !== "" && verbatim.get(at) !== value) facts.push({ column, value });
  }
  return facts;
}

function toRejection(row: number, mapping: FittedMapping, error: z.ZodError): RowRejection {
  const reasons = error.issues.map((issue) => {
    const field = String(issue.path[0]);
    const places = mapping.text[field as keyof typeof mapping.text] ?? [];
    const column = places.map((place) => place.column).join(", ");
    return { code: "registry.row_invalid", facts: { field, column, message: issue.message } };
  });
  return { outcome: "rejected", row, reasons };
}

/** One well-formed row under its identity. */
export function readRow(row: TableRow, sourceId: string, mapping: FittedMapping): RowReading {
  const reader: Reader = { cells: row.cells, row: row.row, unread: [] };
  const unitParts = readUnitParts(reader, mapping);
  const texts = readTexts(reader, mapping, unitParts);
  if (!texts.success) return toRejection(row.row, mapping, texts.error);
  const coding = readCoded(reader, mapping);
  const facts: TierFacts = { ...UNKNOWN_FACTS, ...coding.facts, stage: coding.stage };
  const content = {
    ...texts.data,
    tags: readTags(reader, mapping),
    ownerEmail: readOwner(reader, mapping),
    facts,
    dates: readDates(reader, mapping),
    statedTier: coding.statedTier,
    sourceFacts: keepSourceFacts(reader, mapping, texts.data),
  };
  const assessed = assessTier(facts);
  const candidate: Candidate = {
    row: row.row,
    source: mapping.source,
    sourceId,
    ...content,
    unitParts,
    assessed,
    tier: coding.statedTier === null ? assessed.outcome : higherTier(assessed.outcome, coding.statedTier),
    status: statusOfStage(coding.stage),
    contentDigest: digestOf(content),
  };
  return { outcome: "candidate", candidate, unread: reader.unread };
}
