// Who may import whom (ARCHITECTURE, "the house"), as a function from sources to offending pairs. Types vanish before
// anything runs, so the browser's side may name them from any room; the pure rooms may not.
import { type Import, listImports, resolveImport, type SourceFile } from "./source-files.ts";

export type Offence = { from: string; to: string; why: string };

/** Low to high. A room may use the core and store of a lower one. The last ones only read across all others. */
const AREAS = [
  "kernel",
  "audit",
  "notifications",
  "identity",
  "portfolio",
  "registry",
  "board",
  "escalations",
  "reviews",
  "policy",
  "conflicts",
  "advisory",
  "voting",
  "meetings",
  "supervision",
  "dashboard",
];

const PURE_PACKAGES = ["zod", "node:crypto", "canonicalize", "csv-parse/sync"];

type Zone = { name: string; area: string | null };

export function zoneOf(path: string): Zone {
  const room = /^lib\/governance\/([^/]+)\/(.+)$/.exec(path);
  if (room) {
    const [, area = "", rest = ""] = room;
    if (area === "kernel") return { name: "kernel", area };
    if (rest.startsWith("operations/")) return { name: "operation", area };
    if (/(^|-)store(\.ts)?$/.test(rest)) return { name: "store", area };
    if (/^schema(\.ts)?$/.test(rest)) return { name: "schema", area };
    return { name: "core", area };
  }
  const folder = /^(lib\/[^/]+|components\/[^/]+|app|bin|prisma|e2e)\//.exec(path);
  return { name: folder?.[1] ?? path, area: null };
}

const isWeb = (name: string) => /^(next|next-auth|react|react-dom|server-only)(\/|$)/.test(name);
const isDatabase = (name: string) => /^(pg|pg-boss|@prisma\/.*)$/.test(name);

/** Per zone: the zones it may import, and which packages it may not. Types from anywhere where `types` says so. */
type Rule = { zones: string[]; refusesPackage: (name: string) => boolean; allowsTypes: boolean };

const PURE_ZONES = ["kernel", "core", "schema"];
const BROWSER_ZONES = ["schema", "kernel", "lib/format", "lib/client", "components/ui"];
const HOUSE = ["kernel", "core", "schema", "store", "operation", "lib/env", "lib/db", "lib/server", "lib/format"];

const isImpurePackage = (name: string) => !PURE_PACKAGES.includes(name);
const isWebPackage = (name: string) => isWeb(name);
const isDatabasePackage = (name: string) => isDatabase(name);
const isServerPackage = (name: string) => isDatabase(name) || name.startsWith("node:") || name === "server-only";

const RULES: Record<string, Rule> = {
  kernel: { zones: ["kernel"], refusesPackage: isImpurePackage, allowsTypes: false },
  schema: { zones: PURE_ZONES, refusesPackage: isImpurePackage, allowsTypes: false },
  core: { zones: PURE_ZONES, refusesPackage: isImpurePackage, allowsTypes: false },
  store: { zones: [...PURE_ZONES, "store", "lib/db"], refusesPackage: isWebPackage, allowsTypes: false },
  operation: {
    zones: [...PURE_ZONES, "store", "operation", "lib/db"],
    refusesPackage: isWebPackage,
    allowsTypes: false,
  },
  "lib/db": { zones: ["kernel", "core", "lib/env", "lib/db"], refusesPackage: isWebPackage, allowsTypes: false },
  "lib/server": { zones: [...HOUSE, "lib/jobs"], refusesPackage: () => false, allowsTypes: false },
  "lib/jobs": { zones: [...HOUSE, "lib/jobs"], refusesPackage: () => false, allowsTypes: false },
  "lib/format": { zones: ["kernel", "lib/format"], refusesPackage: () => true, allowsTypes: false },
  "lib/client": { zones: BROWSER_ZONES, refusesPackage: isServerPackage, allowsTypes: true },
  "components/ui": { zones: ["components/ui", "lib/format"], refusesPackage: isServerPackage, allowsTypes: false },
  "components/charts": {
    zones: ["components/charts", "components/ui", "lib/format"],
    refusesPackage: isServerPackage,
    allowsTypes: false,
  },
  "components/governance": {
    zones: [...BROWSER_ZONES, "components/governance"],
    refusesPackage: isServerPackage,
    allowsTypes: true,
  },
  "components/layout": {
    zones: [...BROWSER_ZONES, "components/layout", "components/governance"],
    refusesPackage: isServerPackage,
    allowsTypes: true,
  },
  app: {
    zones: [...BROWSER_ZONES, "app", "lib/server", "components/layout", "components/governance", "components/charts"],
    refusesPackage: isDatabasePackage,
    allowsTypes: true,
  },
};

const DOORS = /^app\/.*\/?(actions|route|page|layout)\.tsx?$/;

function judge(from: string, imported: Import, sources: ReadonlyMap<string, SourceFile>): string | null {
  const here = zoneOf(from);
  const rule = RULES[here.name];
  if (!rule) return null;
  if (imported.isTypeOnly && rule.allowsTypes) return null;
  const target = resolveImport(from, imported.specifier);
  if (target === null) {
    return rule.refusesPackage(imported.specifier) ? `${here.name} may not use this package` : null;
  }
  const there = zoneOf(target);
  if (!there.name.includes("/") && !RULES[there.name] && !HOUSE.includes(there.name)) return null;
  if (here.name === "app" && there.name === "operation") {
    return DOORS.test(from) ? null : "only an actions, route, page or layout file may open a door to an operation";
  }
  if (!rule.zones.includes(there.name)) return `${here.name} may not import ${there.name}`;
  if (here.area !== null && there.area !== null && AREAS.indexOf(there.area) > AREAS.indexOf(here.area)) {
    return `${there.area} is above ${here.area}: what must happen upstairs travels as an event`;
  }
  if (here.name === "operation" && there.name === "operation") {
    if (here.area !== there.area) return "an operation may not reach into another room's operations";
    const text = sources.get(`${target}.ts`)?.text ?? "";
    if (imported.names.some((name) => text.includes(`export const ${name} = defineOperation(`))) {
      return "no operation calls another";
    }
  }
  return null;
}

export function findForbiddenImports(files: readonly SourceFile[]): Offence[] {
  const sources = new Map(files.map((file) => [file.path, file]));
  return files
    .filter((file) => !/(\.test\.tsx?|-fixture\.ts)$/.test(file.path))
    .flatMap((file) => {
      const { area } = zoneOf(file.path);
      if (area !== null && !AREAS.includes(area)) {
        return [{ from: file.path, to: area, why: "this room has no place in the order of areas" }];
      }
      return listImports(file.text).flatMap((imported) => {
        const why = judge(file.path, imported, sources);
        return why === null ? [] : [{ from: file.path, to: imported.specifier, why }];
      });
    });
}

/** What the browser may import must not lead to Node, by however many steps: the chain is the offence. */
export function findServerOnlySchemas(files: readonly SourceFile[]): Offence[] {
  const sources = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ""), file]));
  const offences: Offence[] = [];
  for (const start of files.filter((file) => zoneOf(file.path).name === "schema")) {
    const seen = new Set<string>();
    const visit = (path: string, chain: string[]): void => {
      const file = sources.get(path);
      if (!file || seen.has(path)) return;
      seen.add(path);
      for (const imported of listImports(file.text).filter((each) => !each.isTypeOnly)) {
        if (imported.specifier.startsWith("node:")) {
          const to = [...chain, imported.specifier].join(" -> ");
          offences.push({ from: start.path, to, why: "a schema is read by the browser, which has no Node" });
        }
        const next = resolveImport(file.path, imported.specifier);
        if (next !== null) visit(next, [...chain, next]);
      }
    };
    visit(start.path.replace(/\.tsx?$/, ""), []);
  }
  return offences;
}
