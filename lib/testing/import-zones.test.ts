import { describe, expect, test } from "vitest";
import { findForbiddenImports, findServerOnlySchemas } from "./import-zones.ts";
import { readSourceFiles } from "./source-files.ts";

const files = readSourceFiles(/\.tsx?$/);
const voting = "lib/governance/voting";

describe("who may import whom", () => {
  test("in the whole project", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(findForbiddenImports(files).map(({ from, to, why }) => `${from} -> ${to}: ${why}`)).toEqual([]);
  });

  test("and no schema leads the browser to Node", () => {
    expect(findServerOnlySchemas(files).map(({ from, to }) => `${from}: ${to}`)).toEqual([]);
  });
});

describe("a planted offence is named", () => {
  test.each([
    ["the kernel reads a file", "lib/governance/kernel/x.ts", 'import { readFileSync } from "node:fs";'],
    ["the kernel knows a room", "lib/governance/kernel/x.ts", 'import { tally } from "../voting/tally.ts";'],
    ["a core knows the web", `${voting}/x.ts`, 'import { cookies } from "next/headers";'],
    ["a core knows the database", `${voting}/x.ts`, 'import type { Prisma } from "../../db/generated/client.ts";'],
    ["a core knows a store", `${voting}/x.ts`, 'import { loadProposal } from "./store.ts";'],
    [
      "a core in a folder of its own knows a store",
      `${voting}/kinds/x.ts`,
      'import { load } from "../ballot-store.ts";',
    ],
    ["a core knows an operation", `${voting}/x.ts`, 'import { castBallot } from "./operations/cast-ballot.ts";'],
    ["a room knows a higher one", "lib/governance/registry/x.ts", 'import { tally } from "../voting/tally.ts";'],
    ["a store knows a higher one", "lib/governance/audit/store.ts", 'import { load } from "../voting/store.ts";'],
    ["a store knows the web", `${voting}/store.ts`, 'import { after } from "next/server";'],
    [
      "an operation knows its door",
      `${voting}/operations/x.ts`,
      'import { toRoute } from "../../../server/to-route.ts";',
    ],
    ["an operation brings a framework", `${voting}/operations/x.ts`, 'import { cache } from "react";'],
    ["a list over several lines", `${voting}/x.ts`, 'import {\n  one,\n  two,\n} from "./store.ts";'],
    ["a re-export", `${voting}/x.ts`, 'export { one } from "./store.ts";'],
    ["an import on demand", `${voting}/x.ts`, 'const store = await import("./store.ts");'],
    ["a picture knows governance", "components/ui/x.tsx", 'import { Tier } from "@/lib/governance/registry/schema";'],
    ["a chart knows the server", "components/charts/x.tsx", 'import { page } from "@/lib/server/page-query";'],
    [
      "a governance word runs a core",
      "components/governance/x.tsx",
      'import { tally } from "@/lib/governance/voting/tally";',
    ],
    ["a page holds a database", "app/(console)/x/page.tsx", 'import { database } from "@/lib/db/client";'],
    ["a page holds a store", "app/(console)/x/page.tsx", 'import { load } from "@/lib/governance/voting/store";'],
    ["a page holds Prisma", "app/(console)/x/page.tsx", 'import { PrismaPg } from "@prisma/adapter-pg";'],
    [
      "a component opens a door",
      "app/(console)/x/_components/y.tsx",
      'import { castBallot } from "@/lib/governance/voting/operations/cast-ballot";',
    ],
    ["the browser's side reads a file", "lib/client/x.ts", 'import { readFile } from "node:fs/promises";'],
    ["a room that has no place", "lib/governance/elsewhere/x.ts", ""],
  ])("%s", (_name, path, text) => {
    expect(findForbiddenImports([{ path, text }]).map(({ from }) => from)).toEqual([path]);
  });

  test("an operation calls another, but may share what is not one", () => {
    const other = {
      path: `${voting}/operations/cast-ballot.ts`,
      text: "export const castBallot = defineOperation({});\nexport const Receipt = 1;\n",
    };
    const from = (names: string) => [
      { path: `${voting}/operations/x.ts`, text: `import { ${names} } from "./cast-ballot.ts";` },
      other,
    ];
    expect(findForbiddenImports(from("castBallot"))).toMatchObject([{ why: "no operation calls another" }]);
    expect(findForbiddenImports(from("Receipt"))).toEqual([]);
  });

  test("a schema that leads to Node by two steps, with the chain", () => {
    const found = findServerOnlySchemas([
      { path: `${voting}/schema.ts`, text: 'import { words } from "./words.ts";' },
      { path: `${voting}/words.ts`, text: 'import { digest } from "../kernel/digest.ts";' },
      { path: "lib/governance/kernel/digest.ts", text: 'import { createHash } from "node:crypto";' },
    ]);
    expect(found).toMatchObject([
      { from: `${voting}/schema.ts`, to: `${voting}/words -> lib/governance/kernel/digest -> node:crypto` },
    ]);
  });
});

describe("what is allowed is left alone", () => {
  test.each([
    [
      "a lower room's core and store",
      `${voting}/operations/x.ts`,
      'import { loadModel } from "../../registry/store.ts";',
    ],
    ["a name in a comment", `${voting}/x.ts`, '// import { x } from "./store.ts";'],
    [
      "a type where types vanish",
      "components/governance/x.tsx",
      'import type { Why } from "@/lib/governance/voting/why";',
    ],
    [
      "an operation in a door",
      "app/x/actions.ts",
      'import { cast } from "@/lib/governance/voting/operations/cast-ballot";',
    ],
    ["anything in a test", `${voting}/x.test.ts`, 'import { database } from "../../db/client.ts";'],
    ["words that look like an import", `${voting}/x.ts`, 'export const kinds = z.enum(["next", "react"]);'],
  ])("%s", (_name, path, text) => {
    expect(findForbiddenImports([{ path, text }])).toEqual([]);
  });
});
