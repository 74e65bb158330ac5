// Sets the one clock of a test database (only the owner role may).
import type { Client } from "pg";

/** Where the database's clock stands: stopped at an instant, ahead or behind by a span, or free again. */
export type ClockSetting = { at: Date | string } | { offsetMilliseconds: number } | "real";

export async function setDatabaseClock(owner: Client, setting: ClockSetting): Promise<void> {
  await owner.query("DELETE FROM clock_override");
  if (setting === "real") return;
  const frozenAt = "at" in setting ? new Date(setting.at).toISOString() : null;
  const offset = "offsetMilliseconds" in setting ? setting.offsetMilliseconds : 0;
  await owner.query("INSERT INTO clock_override (id, frozen_at, offset_milliseconds) VALUES (1, $1, $2)", [
    frozenAt,
    offset,
  ]);
}
