// Answers "how do the models leave the registry?" (REG-10): the same data back, source facts included,
// as CSV that no spreadsheet runs, or as JSON.
import type { ModelStatus, SourceFact, Tier, TierFacts } from "./schema.ts";
import { toCsv } from "./spreadsheet-cell.ts";

export type ExportedModel = {
  readonly reference: string;
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly owner: string | null;
  readonly unit: string;
  readonly tier: Tier;
  readonly status: ModelStatus;
  readonly riskScore: number;
  readonly tags: readonly string[];
  readonly facts: TierFacts;
  readonly lastReviewAt: Date | null;
  readonly nextReviewAt: Date | null;
  readonly source: string | null;
  readonly sourceId: string | null;
  readonly sourceFacts: readonly SourceFact[];
};

type Cell = string | number | null;

/** Read back by an import: yes, no, or empty for not known. */
const toAnswer = (fact: boolean | null): Cell => (fact === null ? null : fact ? "yes" : "no");

const COLUMNS: readonly (readonly [header: string, cell: (model: ExportedModel) => Cell])[] = [
  ["Reference", (m) => m.reference],
  ["Name", (m) => m.name],
  ["Version", (m) => m.version],
  ["Description", (m) => m.description],
  ["Owner", (m) => m.owner],
  ["Unit", (m) => m.unit],
  ["Tier", (m) => m.tier],
  ["Status", (m) => m.status],
  ["Risk score", (m) => m.riskScore],
  ["Tags", (m) => m.tags.join("; ")],
  ["Stage of development", (m) => m.facts.stage],
  ["Affects rights", (m) => toAnswer(m.facts.affectsRights)],
  ["Affects safety", (m) => toAnswer(m.facts.affectsSafety)],
  ["Decides autonomously", (m) => toAnswer(m.facts.decidesAutonomously)],
  ["Uses personal data", (m) => toAnswer(m.facts.usesPersonalData)],
  ["Public facing", (m) => toAnswer(m.facts.isPublicFacing)],
  ["Last review", (m) => m.lastReviewAt?.toISOString() ?? null],
  ["Next review", (m) => m.nextReviewAt?.toISOString() ?? null],
  ["Source", (m) => m.source],
  ["Source id", (m) => m.sourceId],
];

/** Header, then one row per model; source columns follow as `Source: …`, in the order they first appear. */
export function toExportRows(models: readonly ExportedModel[]): readonly (readonly Cell[])[] {
  const sourceColumns = [...new Set(models.flatMap((model) => model.sourceFacts.map(({ column }) => column)))];
  const header = [...COLUMNS.map(([name]) => name), ...sourceColumns.map((column) => `Source: ${column}`)];
  const rows = models.map((model) => {
    const facts = new Map(model.sourceFacts.map(({ column, value }) => [column, value]));
    return [...COLUMNS.map(([, cell]) => cell(model)), ...sourceColumns.map((column) => facts.get(column) ?? null)];
  });
  return [header, ...rows];
}

export function toExportCsv(models: readonly ExportedModel[]): string {
  return toCsv(toExportRows(models));
}

export function toExportJson(models: readonly ExportedModel[]): string {
  return `${JSON.stringify(models, null, 2)}\n`;
}
