// What the tab remembers of the queue while the reader is elsewhere: its address with the filters, and the rows from the one on
// that the keyboard was at.
import { paths } from "@/lib/client/paths";

const ADDRESS = "gavel.queue-address";
const ROWS = "gavel.queue-rows";

function recall(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    // No storage: the queue begins anew.
    return "";
  }
}

function keep(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // No storage: the queue begins anew.
  }
}

export function keepAddress(search: string): void {
  keep(ADDRESS, search === "" ? "" : `?${search}`);
}

/** The queue as it was filtered and paged. */
export function queueAddress(): string {
  return `${paths.escalations.list()}${recall(ADDRESS)}`;
}

export function keepRows(references: readonly string[]): void {
  keep(ROWS, references.join(" "));
}

/** Once: whoever comes again begins at the top. */
export function takeRows(): readonly string[] {
  const kept = recall(ROWS);
  keep(ROWS, "");
  return kept === "" ? [] : kept.split(" ");
}
