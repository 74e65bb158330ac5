// What the address of the silences says.
import { z } from "zod";
import type { SearchParams } from "@/lib/client/search-params";

const SilenceState = z.enum(["active", "over", "all"]);
export type SilenceState = z.infer<typeof SilenceState>;

export function readSilenceAddress(given: SearchParams): { state: SilenceState; cursor: string | undefined } {
  return {
    state: SilenceState.safeParse(given.state).data ?? "active",
    cursor: z.guid().safeParse(given.cursor).data,
  };
}

export function toActive(state: SilenceState): { isActive?: boolean } {
  return state === "all" ? {} : { isActive: state === "active" };
}
