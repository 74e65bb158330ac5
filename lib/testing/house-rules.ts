// Sizes and purity (ARCHITECTURE), as functions from sources to offences.
import { zoneOf } from "./import-zones.ts";
import { type SourceFile, withoutComments } from "./source-files.ts";

export type Problem = { path: string; why: string };

type Limit = {
  what: string;
  applies: (path: string) => boolean;
  measure: (text: string) => number;
  lines: (text: string) => number;
};

const countAll = (text: string) => text.trimEnd().split("\n").length;

/** Lines that say something: imports, comments and blank lines do not make a file harder to read. */
function countSaying(text: string): number {
  const code = withoutComments(text).replace(/^import\b[^;]*;/gm, "");
  return code.split("\n").filter((line) => line.trim() !== "").length;
}

const isTest = (path: string) => /(\.test\.tsx?|-fixture\.ts)$/.test(path);
const isPure = (path: string) => ["kernel", "core", "schema"].includes(zoneOf(path).name) && !isTest(path);

const countVerbs = (text: string) => text.match(/^export (const|async function|function) [A-Za-z]/gm)?.length ?? 0;

/** Hard limits; where a file has several doors, each may have as much. */
const LIMITS: Limit[] = [
  { what: "a file", applies: (path) => !isTest(path) && !path.startsWith("e2e/"), measure: countAll, lines: () => 300 },
  { what: "a page", applies: (path) => /^app\/.*\/page\.tsx$/.test(path), measure: countSaying, lines: () => 80 },
  {
    what: "a component",
    applies: (path) => /^(app\/.*_components|components)\/.*\.tsx$/.test(path) && !isTest(path),
    measure: countSaying,
    lines: () => 150,
  },
  {
    what: "an operation",
    applies: (path) => zoneOf(path).name === "operation" && !isTest(path),
    measure: countSaying,
    lines: () => 90,
  },
  {
    what: "an actions or route file",
    applies: (path) => /^app\/.*\/(actions|route)\.tsx?$/.test(path),
    measure: countSaying,
    lines: (text) => 25 * Math.max(1, countVerbs(text)),
  },
];

export function findOversized(files: readonly SourceFile[]): Problem[] {
  return files.flatMap(({ path, text }) =>
    LIMITS.filter((limit) => limit.applies(path) && limit.measure(text) > limit.lines(text)).map((limit) => ({
      path,
      why: `${limit.measure(text)} lines; ${limit.what} has at most ${limit.lines(text)}`,
    })),
  );
}

const IMPURITIES: [RegExp, string][] = [
  [/\bDate\.now\s*\(/, "the clock: the instant is an argument"],
  [/\bnew\s+Date\s*\(\s*\)/, "the clock: the instant is an argument"],
  [/\bperformance\s*\.\s*now\b/, "the clock: the instant is an argument"],
  [/\bMath\.random\b/, "chance: what is random is an argument"],
  [/\b(randomUUID|randomBytes|randomInt|getRandomValues)\b/, "chance: what is random is an argument"],
  [/\bconsole\s*\./, "the console: a core file returns what it has to say"],
  [/\bprocess\s*\./, "the process: surroundings are arguments"],
  [/\b(fetch|setTimeout|setInterval|setImmediate)\s*\(/, "the outside world"],
];

function withoutStrings(code: string): string {
  return code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
}

/** The kernel and the rooms' cores decide from their arguments alone. */
export function findImpurities(files: readonly SourceFile[]): Problem[] {
  return files
    .filter((file) => isPure(file.path))
    .flatMap(({ path, text }) =>
      withoutStrings(withoutComments(text))
        .split("\n")
        .flatMap((line, index) =>
          IMPURITIES.filter(([pattern]) => pattern.test(line)).map(([, why]) => ({
            path: `${path}:${index + 1}`,
            why,
          })),
        ),
    );
}

/** Outside Next and configuration nothing is exported without a name. */
export function findBarrels(files: readonly SourceFile[]): Problem[] {
  return files
    .filter(
      (file) => /(^|\/)(utils|helpers|types|index)\.tsx?$/.test(file.path) && file.path !== "prisma/seed/index.ts",
    )
    .map((file) => ({ path: file.path, why: "a file is named after its idea" }));
}
