import { expect, test } from "vitest";
import type { VentureItem } from "@/lib/governance/portfolio/schema";
import { filterTree, readTreeFilter, type TreeFilter } from "./tree-filter";

const venture = (name: string, lifecycle: VentureItem["lifecycle"], lead: string | null = null): VentureItem => ({
  ...{
    reference: `VNT-${name.toUpperCase()}`,
    name,
    description: "",
    portfolio: { reference: "", name: "" },
    stage: 1,
  },
  ...{ allocationUsd: 0, lifecycle, lead: lead === null ? null : { id: lead, name: lead }, revision: 1 },
  ...{ createdAt: "", updatedAt: "" },
});
const TREE = [
  { name: "Water", reference: "PTF-1", members: [venture("Tide", "active", "Mira Okafor"), venture("Brook", "ended")] },
  { name: "Fire", reference: "PTF-2", members: [venture("Kiln", "paused")] },
  { name: "Air", reference: "PTF-3", members: [] },
];

test.each<[string, TreeFilter, Record<string, string[]>]>([
  ["nothing asked: all of it", {}, { Water: ["Tide", "Brook"], Fire: ["Kiln"], Air: [] }],
  ["the name of a venture, whatever its case", { q: "tiDE" }, { Water: ["Tide"] }],
  ["the name of a portfolio: all of its ventures", { q: "water" }, { Water: ["Tide", "Brook"] }],
  ["the name of an empty portfolio", { q: "air" }, { Air: [] }],
  ["the lead", { q: "okafor" }, { Water: ["Tide"] }],
  ["a lifecycle leaves out who has none of it", { lifecycle: "paused" }, { Fire: ["Kiln"] }],
  ["both", { q: "water", lifecycle: "ended" }, { Water: ["Brook"] }],
  ["nothing fits", { q: "stone" }, {}],
])("[PRT-138] %s", (_name, filter, kept) => {
  const found = filterTree(TREE, filter);
  expect(Object.fromEntries(found.map(({ name, members }) => [name, members.map((one) => one.name)]))).toEqual(kept);
});

test("[PRT-138] what makes no sense in the address is left out", () => {
  expect(readTreeFilter({ q: "  ", lifecycle: "sleeping" })).toEqual({ q: undefined, lifecycle: undefined });
});
