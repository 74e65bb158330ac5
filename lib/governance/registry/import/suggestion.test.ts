import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readInventory } from "./inventory.ts";
import { type FittedMapping, fitMapping } from "./mapping.ts";
import { type ExistingModel, planImport } from "./plan.ts";
import { ImportMapping } from "./schema.ts";
import { suggestMapping } from "./suggestion.ts";

const GERMAN = [
  "Kennung;Bezeichnung;Zweck;Abteilung;Risikoklasse;Stand;Personenbezogene Daten?;Beginn;Inbetriebnahme;Kosten",
  "KI-01;Posteingang;Sortiert, verteilt;Poststelle;gering;in Betrieb;Nein;01.02.2022;15.03.2022;-5",
  "KI-02;Bewerbungen;Reiht Bewerbungen;Personal;hoch;Pilotbetrieb;Ja;03.04.2023;;=1+1",
  "KI-03;Prognose;Plant Schichten;Technik;mittel;stillgelegt;Nein;Frühjahr 2020;20.05.2021;",
  "KI-04;;Ohne Namen;Technik;mittel;geplant;Nein;;;",
].join("\r\n");

function load(bytes: Uint8Array) {
  const inventory = readInventory(bytes);
  if (inventory.outcome !== "read") throw new Error(JSON.stringify(inventory));
  return inventory;
}

function fieldsOf(mapping: ImportMapping) {
  return Object.fromEntries(mapping.columns.map(({ column, field }) => [column, field]));
}

describe("a German inventory with ids, semicolons and its own words", () => {
  const { table } = load(new TextEncoder().encode(GERMAN));

  it("[REG-112] most of its mapping is suggested from general words", () => {
    const { mapping } = suggestMapping(table, "KI-Register");
    expect(fieldsOf(mapping)).toMatchObject({
      Bezeichnung: "name",
      Zweck: "description",
      Abteilung: "unit",
      Risikoklasse: "tier",
      "Personenbezogene Daten?": "usesPersonalData",
      Beginn: "initiatedOn",
      Inbetriebnahme: "implementedOn",
    });
    expect(mapping.idColumn).toBe("Kennung");
    expect(mapping.columns.find(({ column }) => column === "Beginn")).toMatchObject({ dateOrder: "day_first" });
    expect(ImportMapping.parse(mapping)).toEqual(mapping);
  });

  it("[REG-10] a mapping of one's own imports it", () => {
    const { mapping } = suggestMapping(table, "KI-Register");
    const own = ImportMapping.parse({
      ...mapping,
      columns: [
        ...mapping.columns,
        {
          column: "Stand",
          field: "stage",
          values: [
            { value: "in Betrieb", as: "operation" },
            { value: "Pilotbetrieb", as: "implementation" },
            { value: "stillgelegt", as: "retired" },
          ],
        },
      ],
    });
    const plan = planImport(table, fitMapping(own, table.columns) as FittedMapping, new Map());
    expect(plan.counts).toEqual({ read: 4, created: 3, updated: 0, unchanged: 0, duplicate: 0, rejected: 1 });
    expect(plan.rows[0]).toMatchObject({
      candidate: {
        sourceId: "id:KI-01",
        status: "active",
        tier: "tier_2_medium",
        dates: { initiatedOn: "2022-02-01", implementedOn: "2022-03-15" },
        unit: "Poststelle",
      },
    });
    expect(plan.rows[1]).toMatchObject({ candidate: { tier: "tier_3_high", status: "proposed" } });
    expect(plan.unread).toMatchObject([{ row: 4, column: "Beginn", value: "Frühjahr 2020" }]);
  });
});

describe("suggestions", () => {
  it("[REG-112] a value it is not sure of stays unread, with its count in the profile", () => {
    const text =
      "Title,Uses personal data,Stage\na,Yes,Live\nb,Perhaps,Live\nc,No,Live\nd,Perhaps,Marinating\ne,No,Live\n";
    const { mapping, profiles } = suggestMapping(load(new TextEncoder().encode(text)).table, "s");
    const values = (column: string) => mapping.columns.find((entry) => entry.column === column);
    expect(values("Uses personal data")).toMatchObject({
      values: [
        { value: "No", as: "no" },
        { value: "Perhaps", as: "unread" },
        { value: "Yes", as: "yes" },
      ],
    });
    expect(values("Stage")).toMatchObject({
      values: [
        { value: "Live", as: "operation" },
        { value: "Marinating", as: "unread" },
      ],
    });
    expect(profiles[1]?.values).toContainEqual({ value: "Perhaps", count: 2 });
  });

  it("[REG-112] a header alone does not make a column a fact: its values must answer", () => {
    const text = "Name,Which public-facing service is it?,Stage\na,Taxes,first\nb,Permits,second\n";
    const { mapping } = suggestMapping(load(new TextEncoder().encode(text)).table, "s");
    expect(fieldsOf(mapping)).toEqual({ Name: "name" });
  });
});

const REAL = new URL("../../../../../shared/data/2024_federal_ai_use_case_inventory.csv", import.meta.url);
const hasReal = existsSync(REAL);
if (!hasReal) process.stderr.write(`Skipped: the real inventory is not at ${REAL.pathname}\n`);

describe.skipIf(!hasReal)("the 2024 federal inventory", () => {
  const real = hasReal ? load(readFileSync(REAL)) : null;
  const { table } = real ?? { table: { columns: [], rows: [] } };
  const { mapping } = suggestMapping(table, "Federal inventory 2024");
  const plan = hasReal ? planImport(table, fitMapping(mapping, table.columns) as FittedMapping, new Map()) : null;
  const created = (plan?.rows ?? []).flatMap((row) => (row.outcome === "created" ? [row.candidate] : []));
  const countBy = (keyOf: (candidate: (typeof created)[number]) => string) => {
    const counts: Record<string, number> = {};
    for (const candidate of created) counts[keyOf(candidate)] = (counts[keyOf(candidate)] ?? 0) + 1;
    return counts;
  };

  it("[REG-10] is read whole: Windows-1252, 62 columns, 2,133 records", () => {
    expect(real).toMatchObject({ encoding: "windows-1252" });
    expect(table.columns).toHaveLength(62);
    expect(table.rows).toHaveLength(2133);
  });

  it("[REG-10] 2,130 created and 3 duplicates, then 2,130 unchanged and 3 duplicates", () => {
    const none = { read: 2133, created: 0, updated: 0, unchanged: 0, duplicate: 3, rejected: 0 };
    expect(plan?.counts).toEqual({ ...none, created: 2130 });
    const existing = new Map<string, ExistingModel>(
      created.map(({ sourceId, contentDigest, tier, status }) => [
        sourceId,
        { reference: "MDL-00000000", contentDigest, tier, status, openProposal: null },
      ]),
    );
    const again = planImport(table, fitMapping(mapping, table.columns) as FittedMapping, existing);
    expect(again.counts).toEqual({ ...none, unchanged: 2130 });
  });

  it("[REG-9] tiers follow from its columns", () => {
    expect(countBy(({ tier }) => tier)).toEqual({
      tier_1_low: 959,
      tier_2_medium: 820,
      tier_3_high: 156,
      tier_4_critical: 195,
    });
    expect(countBy(({ facts }) => `${facts.affectsRights} ${facts.affectsSafety}`)).toEqual({
      "false false": 1719,
      "true true": 195,
      "true false": 131,
      "false true": 25,
      "null null": 60,
    });
    expect(countBy(({ facts }) => String(facts.decidesAutonomously))).toEqual({ true: 3, false: 197, null: 1930 });
  });

  it("[REG-109] deployed systems enter as active, retired ones as decommissioned, the others as proposed", () => {
    expect(countBy(({ status }) => status)).toEqual({ active: 892, decommissioned: 142, proposed: 1096 });
  });

  it("[REG-10] whatever was not understood is listed, and nothing else", () => {
    const coded = (plan?.unread ?? []).filter(({ cause }) => cause === "not_understood");
    expect(new Set(coded.map(({ value }) => value.replace(/\s+/gu, " ").trim().slice(0, 40)))).toEqual(
      new Set([
        "Other – Immediate human intervention is ",
        "use case does not impact safety or right",
        "AI is not safety or rights-impacting.",
        "Case-by-case assessment",
        "Research or Administrative Action Comple",
      ]),
    );
    expect(coded).toHaveLength(12);
  });

  it("[REG-10] agency and bureau make the unit, and unmapped columns are kept", () => {
    expect(created[0]?.unitParts).toEqual(["Department of Homeland Security", "CBP"]);
    expect(created[0]?.unit).toBe("Department of Homeland Security / CBP");
    expect(created[0]?.sourceFacts).toContainEqual({ column: "Agency Abbreviation", value: "DHS" });
    const kept = created.every(({ row, sourceFacts, name, description, unit }) => {
      const cells = table.rows[row - 2]?.cells ?? [];
      const values = new Set([...sourceFacts.map(({ value }) => value), name, description, unit]);
      return cells.every((cell) => cell.trim() === "" || values.has(cell));
    });
    expect(kept).toBe(true);
  });
});
