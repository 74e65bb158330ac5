// Answers "where does the queue go on?" in each of its orders. A cursor of another order, or of nobody, is refused.
import { z } from "zod";
import { refuse } from "../kernel/refusal.ts";
import type { QueueSort } from "./schema.ts";

export type QueuePlace = { readonly rank: number; readonly respondBy: Date; readonly id: string };

const Cursor = z.tuple([z.string(), z.int().min(1).max(4), z.iso.datetime({ precision: 3 }), z.guid()]);

export function toQueueCursor(sort: QueueSort, { rank, respondBy, id }: QueuePlace): string {
  return Buffer.from(JSON.stringify([sort, rank, respondBy.toISOString(), id])).toString("base64url");
}

export function readQueueCursor(cursor: string, sort: QueueSort): QueuePlace {
  try {
    const [of, rank, respondBy, id] = Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    // The year 0 is a year for JavaScript and none for PostgreSQL.
    if (of === sort && !respondBy.startsWith("0000")) return { rank, respondBy: new Date(respondBy), id };
  } catch {
    // Answered below, like any other cursor that was not given out.
  }
  throw refuse("kernel.malformed", { cause: "the cursor is not one of this list in this order" });
}
