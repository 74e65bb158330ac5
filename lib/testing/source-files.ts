// The project's own sources as data, for the tests that hold its house rules.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** `path` is relative to the project, with forward slashes. */
export type SourceFile = { path: string; text: string };

export type Import = { specifier: string; isTypeOnly: boolean; names: string[] };

const ROOT = join(import.meta.dirname, "../..");
const FOLDERS = ["app", "bin", "components", "e2e", "lib", "prisma"];

/** `.` as a folder stands for the files beside package.json, without what lies below. */
export function readSourceFiles(kind: RegExp, folders: readonly string[] = FOLDERS): SourceFile[] {
  return folders.flatMap((folder) => {
    let names: string[];
    try {
      names = readdirSync(join(ROOT, folder), { recursive: folder !== ".", encoding: "utf8" });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw cause;
    }
    return names
      .map((name) => (folder === "." ? name : `${folder}/${name.replaceAll("\\", "/")}`))
      .filter((path) => kind.test(path) && !path.startsWith("lib/db/generated/"))
      .sort()
      .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
  });
}

/** Blanks out comments, keeping every line where it was. Strings are left: a specifier is one. */
export function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*/g,
    (found, string: string | undefined) => string ?? found.replace(/[^\n]/g, " "),
  );
}

const CLAUSE = /^(?:import|export)\s+([\w*{},$\s]*?)\s*\bfrom\s*"([^"\n]+)"/gm;
const BARE = /^import\s+"([^"\n]+)"|\bimport\(\s*"([^"\n]+)"\s*\)/gm;

export function listImports(text: string): Import[] {
  const code = withoutComments(text);
  const named = [...code.matchAll(CLAUSE)].map(([, clause = "", specifier = ""]) => ({
    specifier,
    isTypeOnly: /^type\b/.test(clause) || /^\{(\s*type\s+[^,}]+,?)+\s*\}$/.test(clause),
    names: (clause.match(/[\w$]+/g) ?? []).filter((word) => word !== "type" && word !== "as"),
  }));
  const bare = [...code.matchAll(BARE)].map(([, first, second]) => ({
    specifier: first ?? second ?? "",
    isTypeOnly: false,
    names: [],
  }));
  return [...named, ...bare];
}

/** A project path for a relative or `@/` specifier, without its ending; null for a package. */
export function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith("@/")) return specifier.slice(2).replace(/\.tsx?$/, "");
  if (!specifier.startsWith(".")) return null;
  const parts = from.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  // A file of a package, such as a font, is the package's.
  return parts[0] === "node_modules" ? null : parts.join("/").replace(/\.tsx?$/, "");
}
