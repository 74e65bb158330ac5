import { redirect } from "next/navigation";
import { paths } from "@/lib/client/paths";
import { Refusal } from "@/lib/governance/kernel/refusal";
import type { ListFilter } from "./list-filter";

/** A place in the list that is none (an old link, another order): the first page of the same list instead. */
export function backToTheFirst({ cursor, ...kept }: ListFilter) {
  return (error: unknown): never => {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cursor !== undefined && cause instanceof Refusal && cause.code === "kernel.malformed") {
      redirect(paths.models.list(kept));
    }
    throw error;
  };
}
