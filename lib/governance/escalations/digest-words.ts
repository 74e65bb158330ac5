// Answers "who gets which digest, and what does its letter say?" (ESC-7, ESC-110): the board the briefing, the chair the daily
// summary, the chair and the teams concerned the weekly digest.
import type { People } from "./audience.ts";
import type { DigestContent } from "./digest.ts";
import type { DigestKind } from "./schema.ts";

export function recipientsOf(kind: DigestKind, people: People, teams: readonly string[]): readonly string[] {
  const chair = people.chair.length > 0 ? people.chair : people.admins;
  if (kind === "next_briefing") return [...new Set([...chair, ...people.board])];
  return [...new Set(kind === "daily_summary" ? chair : [...chair, ...teams])];
}

const NAMES: Readonly<Record<DigestKind, string>> = {
  next_briefing: "Briefing",
  daily_summary: "Daily summary",
  weekly_digest: "Weekly digest",
};
const MOST_GROUPS = 30;

/** `besides` is what the letter says of other matters. */
export function tellDigest({ kind, items, groups }: DigestContent, isLate: boolean, besides: string | null = null) {
  const shown = groups.slice(0, MOST_GROUPS).map(({ venture, category, summary }) => {
    const about = [venture?.name ?? "No venture", (category ?? "no category").replaceAll("_", " ")].join(", ");
    return `${about}: ${summary}`;
  });
  const rest = groups.length - shown.length;
  return {
    kind: `escalations.${kind}`,
    title: `${NAMES[kind]}: ${items.toLocaleString("en")} ${items === 1 ? "item" : "items"}`,
    body: [
      ...(isLate ? ["This one is late: the product stood still."] : []),
      ...shown,
      ...(rest > 0 ? [`and ${rest.toLocaleString("en")} more groups`] : []),
      ...(besides === null ? [] : [besides]),
    ].join("\n"),
    href: "/briefing",
  };
}
