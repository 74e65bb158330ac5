// Answers "which words does an import mapping take?" (REG-10). Browser-safe: zod and the kernel's text rules only.
import { z } from "zod";
import { textSchema } from "../../kernel/text.ts";
import { FactName, ModelVersion, Stage, Tier, UNSPECIFIED_VERSION } from "../schema.ts";

export const TextField = z.enum(["name", "version", "description", "ownerEmail", "unit", "tags"]);
export type TextField = z.infer<typeof TextField>;

export const DateField = z.enum(["initiatedOn", "developedOn", "implementedOn", "retiredOn"]);
export type DateField = z.infer<typeof DateField>;

/** Fields whose distinct values are mapped one by one. `impact` answers rights and safety in one column. */
export const CodedField = z.enum([...FactName.options, "impact", "stage", "tier"]);
export type CodedField = z.infer<typeof CodedField>;

export const ImportField = z.enum([...TextField.options, ...DateField.options, ...CodedField.options]);
export type ImportField = z.infer<typeof ImportField>;

/** `unknown` is an answer that says nothing; `unread` is not understood, and is listed in the report. */
export const FactReading = z.enum(["yes", "no", "unknown", "unread"]);
export type FactReading = z.infer<typeof FactReading>;
export const ImpactReading = z.enum(["rights", "safety", "both", "neither", "unknown", "unread"]);
export type ImpactReading = z.infer<typeof ImpactReading>;
export const StageReading = z.enum([...Stage.options, "unknown", "unread"]);
export type StageReading = z.infer<typeof StageReading>;
export const TierReading = z.enum([...Tier.options, "unknown", "unread"]);
export type TierReading = z.infer<typeof TierReading>;

/** `unknown`: only dates that read the same either way are read. */
export const DateOrder = z.enum(["month_first", "day_first", "unknown"]);
export type DateOrder = z.infer<typeof DateOrder>;

export const Delimiter = z.enum([",", ";", "\t", "|"]);
export type Delimiter = z.infer<typeof Delimiter>;

const Column = z.string().min(1, { message: "Name the column" }).max(2_000);

const valuesOf = <Reading extends z.ZodType>(reading: Reading) =>
  z
    .array(z.strictObject({ value: z.string().max(10_000), as: reading }))
    .max(1_000, { message: "A coded column may have at most 1,000 distinct values" });

export const ColumnMapping = z.discriminatedUnion("field", [
  z.strictObject({ column: Column, field: TextField }),
  z.strictObject({ column: Column, field: DateField, dateOrder: DateOrder }),
  z.strictObject({ column: Column, field: FactName, values: valuesOf(FactReading) }),
  z.strictObject({ column: Column, field: z.literal("impact"), values: valuesOf(ImpactReading) }),
  z.strictObject({ column: Column, field: z.literal("stage"), values: valuesOf(StageReading) }),
  z.strictObject({ column: Column, field: z.literal("tier"), values: valuesOf(TierReading) }),
]);
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** How the columns of one source become models. Columns it does not name are kept as source facts. */
export const ImportMapping = z.strictObject({
  /** Name of the inventory; part of every row's identity. */
  source: textSchema({ max: 120, what: "Source name" }),
  /** null: recognised from the file. */
  delimiter: Delimiter.nullable().default(null),
  columns: z.array(ColumnMapping).max(500),
  idColumn: Column.nullable().default(null),
  /** Empty: the columns of name and unit. */
  identityColumns: z.array(Column).max(50).default([]),
  /** For rows without a version of their own. */
  defaultVersion: ModelVersion.default(UNSPECIFIED_VERSION),
});
export type ImportMapping = z.infer<typeof ImportMapping>;
