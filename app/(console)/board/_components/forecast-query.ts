// Answers "what does the address ask the forecast, and how is it told what makes no sense?"
import type { SearchParams } from "@/lib/client/search-params";
import { type FieldError, Refusal } from "@/lib/governance/kernel/refusal";

export type ForecastQuery = { on?: string; recused: string[] };

/** As the form sends it: one day, and the name `recused` once for each member. */
export function readForecastQuery(search: SearchParams): ForecastQuery {
  const { on, recused = [] } = search;
  const day = Array.isArray(on) ? on[0] : on;
  const references = Array.isArray(recused) ? recused : [recused];
  return {
    ...(day === undefined || day.trim() === "" ? {} : { on: day.trim() }),
    recused: [...new Set(references.filter((reference) => reference !== ""))],
  };
}

/** A refusal of what was typed; anything else goes on as it was. */
export function toFieldErrors(error: unknown): { errors: readonly FieldError[] } {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Refusal && cause.code === "kernel.invalid_input") return { errors: cause.errors };
  throw error;
}
