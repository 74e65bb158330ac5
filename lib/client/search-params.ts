// Answers "what does the address of a page say?": people edit it, and links in mails are cut. What makes no sense there is
// read as if it were not there.
import { isStorable } from "../governance/kernel/text.ts";

/** As the framework gives it; a name that stands twice is a list. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The text of that name without blanks around it, cut to what the server takes; none when nothing could be looked for. */
export function readText(search: SearchParams, name: string, most: number): string | undefined {
  const value = search[name];
  if (typeof value !== "string" || !isStorable(value)) return undefined;
  const cut = value.trim().slice(0, most);
  // The cut may go through a character of two halves.
  const text = cut.isWellFormed() ? cut : cut.slice(0, -1);
  return text === "" ? undefined : text;
}

export function readFlag(search: SearchParams, name: string): true | undefined {
  return search[name] === "true" ? true : undefined;
}
