// Where things are, and whether what was made from sources is still up to date.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
/** What this installation keeps: the database, the secrets, who runs it. Never in version control. */
export const KEEP = join(PROJECT, ".gavel");

function* listFiles(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (name === "node_modules" || name === "generated" || /\.test\.tsx?$/.test(name)) continue;
    yield* listFiles(join(path, name));
  }
}

/** One digest over names and contents of files and folders (relative to the project) and further words. */
export function digestOf(paths: string[], words: string[] = []): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of listFiles(join(PROJECT, path))) {
      hash
        .update(`${file.slice(PROJECT.length)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  for (const word of words) hash.update(`${word}\0`);
  return hash.digest("hex");
}

/** Makes something unless a stamp says that it was made from exactly these sources. */
export async function makeOnce(
  stamp: string,
  digest: string,
  exists: boolean,
  make: () => Promise<void>,
): Promise<void> {
  const file = join(PROJECT, stamp);
  if (exists && existsSync(file) && readFileSync(file, "utf8") === digest) return;
  await make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, digest);
}
