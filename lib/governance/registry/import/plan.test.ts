import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../spreadsheet-cell.ts";
import { readTable } from "./csv.ts";
import { type FittedMapping, fitMapping } from "./mapping.ts";
import { type ExistingModel, type ImportPlan, planImport } from "./plan.ts";
import { ImportMapping } from "./schema.ts";

const MAPPING = ImportMapping.parse({
  source: "register",
  idColumn: "Id",
  columns: [
    { column: "Name", field: "name" },
    {
      column: "Stage",
      field: "stage",
      values: [
        { value: "Live", as: "operation" },
        { value: "Old", as: "retired" },
      ],
    },
    {
      column: "Rights",
      field: "affectsRights",
      values: [
        { value: "Y", as: "yes" },
        { value: "N", as: "no" },
      ],
    },
    {
      column: "Public",
      field: "isPublicFacing",
      values: [
        { value: "Y", as: "yes" },
        { value: "N", as: "no" },
      ],
    },
    {
      column: "Public too",
      field: "isPublicFacing",
      values: [
        { value: "Y", as: "yes" },
        { value: "N", as: "no" },
      ],
    },
    {
      column: "Risk",
      field: "tier",
      values: [
        { value: "High", as: "tier_3_high" },
        { value: "Low", as: "tier_1_low" },
      ],
    },
    { column: "Start", field: "initiatedOn", dateOrder: "day_first" },
  ],
});
const HEADER = ["Id", "Name", "Stage", "Rights", "Public", "Public too", "Risk", "Start", "Vendor"];
const row = (changes: Record<string, string> = {}) =>
  HEADER.map(
    (column) =>
      ({ Id: "1", Name: "Triage", Stage: "Live", Rights: "N", Public: "N", "Public too": "N", ...changes })[column] ??
      "",
  );

function tableOf(rows: readonly (readonly string[])[]) {
  const table = readTable(toCsv([HEADER, ...rows]).slice(1), ",");
  if (table.outcome !== "read") throw new Error("unreadable");
  return table;
}
const fitted = fitMapping(MAPPING, HEADER) as FittedMapping;
const planOf = (rows: readonly (readonly string[])[], existing: ReadonlyMap<string, ExistingModel> = new Map()) =>
  planImport(tableOf(rows), fitted, existing);

/** The registry after a plan was carried out. */
function registryAfter(plan: ImportPlan, changes: Partial<ExistingModel> = {}): ReadonlyMap<string, ExistingModel> {
  return new Map(
    plan.rows.flatMap((planned) => {
      if (!("candidate" in planned)) return [];
      const { sourceId, contentDigest } = planned.candidate;
      const { tier, status } = planned;
      return [[sourceId, { reference: "MDL-7K3M9Q2A", contentDigest, tier, status, openProposal: null, ...changes }]];
    }),
  );
}

function onlyCandidate(changes: Record<string, string>) {
  const plan = planOf([row(changes)]);
  const [planned] = plan.rows;
  if (planned?.outcome !== "created") throw new Error(JSON.stringify(planned));
  return { ...planned.candidate, unread: plan.unread };
}

describe("a row becomes a model", () => {
  it.each([
    ["deployed", "Live", "active", "tier_2_medium"],
    ["retired", "Old", "decommissioned", "tier_1_low"],
    ["no stage", "", "proposed", "tier_1_low"],
    ["a stage not understood", "Complete?", "proposed", "tier_1_low"],
  ])("[REG-109] %s", (_name, Stage, status, tier) => {
    expect(onlyCandidate({ Stage })).toMatchObject({ status, tier });
  });

  it("[REG-10] what is not understood is listed with row and column, and stays a source fact", () => {
    const candidate = onlyCandidate({ Rights: "Maybe", Start: "soon", Vendor: "Acme" });
    expect(candidate.facts.affectsRights).toBeNull();
    expect(candidate.unread).toEqual([
      { row: 2, column: "Rights", field: "affectsRights", value: "Maybe", cause: "not_understood" },
      { row: 2, column: "Start", field: "initiatedOn", value: "soon", cause: "not_a_date" },
    ]);
    expect(candidate.sourceFacts).toEqual(
      expect.arrayContaining([
        { column: "Rights", value: "Maybe" },
        { column: "Start", value: "soon" },
        { column: "Vendor", value: "Acme" },
      ]),
    );
    expect(candidate.sourceFacts.some(({ column }) => column === "Name")).toBe(false);
  });

  it.each([
    ["Y", "N", true],
    ["", "Y", true],
    ["N", "N", false],
    ["N", "", null],
    ["", "", null],
  ])("[REG-110] two columns for one fact: %j and %j", (first, second, fact) => {
    expect(onlyCandidate({ Public: first, "Public too": second }).facts.isPublicFacing).toBe(fact);
  });

  it.each([
    ["raises the assessed tier", "High", "N", "tier_3_high"],
    ["never lowers it", "Low", "Y", "tier_3_high"],
  ])("[REG-9] the inventory's own tier %s", (_name, Risk, Rights, tier) => {
    expect(onlyCandidate({ Risk, Rights }).tier).toBe(tier);
  });

  it.each([
    ["no name", { Name: " " }, "Name is missing"],
    ["a name of 600 characters", { Name: "a".repeat(600) }, "at most 500"],
  ])("[REG-10] %s is rejected with the reason", (_name, changes, message) => {
    const plan = planOf([row(changes)]);
    expect(plan.counts).toMatchObject({ read: 1, rejected: 1 });
    expect(JSON.stringify(plan.rows[0])).toContain(message);
  });
});

describe("an import is planned", () => {
  const rows = [row(), row({ Id: "2" }), row(), row({ Id: "3", Name: "" }), ["4", "too few"]];

  it("[REG-10] every row ends as one of five and the counts add up", () => {
    expect(planOf(rows).counts).toEqual({ read: 5, created: 2, updated: 0, unchanged: 0, duplicate: 1, rejected: 2 });
  });

  it("[REG-10] the same file twice changes nothing", () => {
    const again = planOf(rows, registryAfter(planOf(rows)));
    expect(again.counts).toEqual({ read: 5, created: 0, updated: 0, unchanged: 2, duplicate: 1, rejected: 2 });
  });

  it("[REG-109] an update changes facts, keeps the status and never lowers the tier", () => {
    const existing = registryAfter(planOf([row({ Rights: "Y" })]), { status: "deprecated" });
    const [planned] = planOf([row({ Rights: "N", Vendor: "Other" })], existing).rows;
    expect(planned).toMatchObject({ outcome: "updated", status: "deprecated", tier: "tier_3_high", isTierKept: true });
  });

  it.each([
    ["under vote", { openProposal: "PRP-00000001" }, "registry.row_model_locked"],
    ["suspended", { status: "suspended" }, "registry.row_model_frozen"],
    ["decommissioned", { status: "decommissioned" }, "registry.row_model_frozen"],
  ] as const)("[REG-111] a changed row of a model %s is rejected with the reason", (_name, changes, code) => {
    const existing = registryAfter(planOf([row()]), changes);
    expect(planOf([row({ Vendor: "New" })], existing).rows[0]).toMatchObject({
      outcome: "rejected",
      reasons: [{ code }],
    });
    expect(planOf([row()], existing).rows[0]).toMatchObject({ outcome: "unchanged" });
  });

  it("[REG-10] for any rows the counts add up, a second import is unchanged, and no identity is used twice", () => {
    const cell = fc.constantFrom("", "1", "2", "Live", "Y", "N", "=x", "a\nb");
    const line = fc.array(cell, { minLength: 7, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const first = planOf(lines);
        const { read, ...ends } = first.counts;
        expect(Object.values(ends).reduce((sum, count) => sum + count, 0)).toBe(read);
        const existing = registryAfter(first);
        expect(existing.size).toBe(first.counts.created);
        const second = planOf(lines, existing).counts;
        expect(second).toEqual({ ...first.counts, created: 0, unchanged: first.counts.created });
      }),
    );
  });
});
