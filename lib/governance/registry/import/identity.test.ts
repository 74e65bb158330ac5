import { describe, expect, it } from "vitest";
import { readTable } from "./csv.ts";
import { deriveIdentities } from "./identity.ts";
import { fitMapping } from "./mapping.ts";
import { ImportMapping } from "./schema.ts";

function identify(text: string, mapping: Record<string, unknown> = {}) {
  const table = readTable(text, ",");
  if (table.outcome !== "read") throw new Error("unreadable");
  const columns = [
    { column: "Name", field: "name" },
    { column: "Unit", field: "unit" },
  ];
  const fitted = fitMapping(ImportMapping.parse({ source: "s", columns, ...mapping }), table.columns);
  if (fitted.outcome !== "fits") throw new Error("does not fit");
  return [...deriveIdentities(table.rows, fitted).entries()];
}

const sourceIds = (entries: ReturnType<typeof identify>) =>
  entries.flatMap(([, identity]) => (identity.outcome === "identified" ? [identity.sourceId] : []));

describe("identity of a row", () => {
  it("[REG-10] the id column where it is filled and unique, else the digest of the identity columns", () => {
    const [unique, repeated, again, empty] = sourceIds(
      identify("Id,Name,Unit\n7,a,x\n8,b,x\n8,c,x\n,d,x\n", { idColumn: "Id" }),
    );
    expect(unique).toBe("id:7");
    for (const id of [repeated, again, empty]) expect(id).toMatch(/^digest:[0-9a-f]{64}#1$/u);
    expect(new Set([repeated, again, empty]).size).toBe(3);
  });

  it("[REG-10] equal identity columns are told apart by their ordinal, and case and spaces do not matter", () => {
    const [first, second, third] = sourceIds(identify("Name,Unit,Note\nA,x,1\na ,X,2\nA,y,3\n"));
    expect(second).toBe(first?.replace("#1", "#2"));
    expect(third).toMatch(/#1$/u);
    expect(third).not.toBe(first);
  });

  it("[REG-10] a row identical to an earlier one is a duplicate and takes no ordinal", () => {
    const entries = identify("Name,Unit,Note\nA,x,1\nA,x,1\nA,x,2\n");
    expect(new Map(entries).get(3)).toEqual({ outcome: "duplicate", firstRow: 2 });
    expect(sourceIds(entries).map((id) => id.at(-1))).toEqual(["1", "2"]);
  });

  it("[REG-10] one differing space in any column is no duplicate", () => {
    expect(identify("Name,Unit,Note\nA,x,1\nA,x,1 \n").every(([, { outcome }]) => outcome === "identified")).toBe(true);
  });

  it("[REG-10] an id that looks like a digest cannot pose as one", () => {
    const [plain] = sourceIds(identify("Id,Name,Unit\n,a,x\n", { idColumn: "Id" }));
    const [posing] = sourceIds(identify(`Id,Name,Unit\n${plain},a,x\n`, { idColumn: "Id" }));
    expect(posing).not.toBe(plain);
  });
});
