// What the address of the charter says: which version is shown, and which other one it is compared with.
import { readText, type SearchParams } from "@/lib/client/search-params";

const MOST = 1_000_000;

/** `version`: undefined for the one in force, null for what no version can be called. */
export function readVersions(search: SearchParams): {
  version: number | undefined | null;
  against: number | undefined;
} {
  const named = search.version === undefined ? undefined : (toVersion(search, "version") ?? null);
  return { version: named, against: toVersion(search, "against") };
}

function toVersion(search: SearchParams, name: string): number | undefined {
  const text = readText(search, name, 20);
  const number = /^\d{1,7}$/u.test(text ?? "") ? Number(text) : 0;
  return number >= 1 && number <= MOST ? number : undefined;
}
