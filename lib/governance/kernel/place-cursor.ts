// Answers "where does this list go on?" for lists ordered by an instant and an id (KRN-9): `<instant>_<id>`, the instant
// left out where the id alone says the order. What this list did not give out is no place, and never reaches the database.
import { z } from "zod";

export type Place = { readonly at: Date | null; readonly id: string };

const Id = z.guid();
/** The year 0 is a year for JavaScript and none for PostgreSQL. */
const Instant = z.iso.datetime({ precision: 3 }).refine((text) => !text.startsWith("0000"));

export function toPlaceCursor({ at, id }: Place): string {
  return `${at?.toISOString() ?? ""}_${id}`;
}

/** null for anything that `toPlaceCursor` does not write. */
export function readPlaceCursor(cursor: string): Place | null {
  const [instant = "", id = "", ...rest] = cursor.split("_");
  if (rest.length > 0 || !Id.safeParse(id).success) return null;
  if (instant === "") return { at: null, id };
  return Instant.safeParse(instant).success ? { at: new Date(instant), id } : null;
}
