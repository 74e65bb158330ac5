// Answers "how far along is this import?" (REG-10). The row says what has been decided; the progress beside it, written while
// the import runs, says the rest.
import type { ImportPhase, ImportState } from "./view.ts";

export type ImportAct = "map" | "start" | "cancel";

/** `queued` on the row until the end; what has begun is running, what was asked to stop counts as cancelled. */
export function deriveImportState(stored: ImportState, phase: ImportPhase | null): ImportState {
  if (stored !== "queued" || phase === null || phase === "queued") return stored;
  return phase === "cancelling" ? "cancelled" : "running";
}

const ACTS: Readonly<Record<ImportState, readonly ImportAct[]>> = {
  uploaded: ["map", "start", "cancel"],
  queued: ["cancel"],
  running: ["cancel"],
  completed: [],
  failed: [],
  cancelled: [],
};

export function importActs(state: ImportState): readonly ImportAct[] {
  return ACTS[state];
}
