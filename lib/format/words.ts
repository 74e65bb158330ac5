// Answers "how is that said?": plurals, lists, codes made readable, initials.
import { formatCount } from "./number.ts";

/** plural(2, "vote needs you", "votes need you") -> "2 votes need you" */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "Ann", "Ann and Ben", "Ann, Ben and Cy"; `limit` names at most, then "and 3 more". */
export function joinList(items: readonly string[], limit = Number.POSITIVE_INFINITY): string {
  const shown = items.length > limit ? [...items.slice(0, limit), `${items.length - limit} more`] : [...items];
  const last = shown.pop();
  if (last === undefined) return "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}

/** "under_review" -> "Under review"; "voting.ballot_cast" -> "Ballot cast". */
export function sentenceCase(code: string): string {
  const words = (code.split(".").at(-1) ?? code).replace(/[_-]+/gu, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "Mira Okafor" -> "MO"; one name gives one letter. */
export function toInitials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "");
  return letters.join("").toUpperCase() || "?";
}

/** "Dana Ives" -> "D. Ives" */
export function toShortName(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  if (words.length < 2) return name.trim();
  return `${[...(words[0] ?? "")][0] ?? ""}. ${words.at(-1) ?? ""}`;
}

/** "9f2c…41": enough of a digest to compare two at a glance; the whole one is copied. */
export function shortDigest(digest: string): string {
  return digest.length <= 8 ? digest : `${digest.slice(0, 4)}…${digest.slice(-2)}`;
}
