// Answers "may somebody who owns models take this seat?" (BRD-3). Only the chair must own none; everybody else who owns
// one is recused when it is decided on, which voting does when a proposal opens.
import type { Verdict } from "../kernel/verdict.ts";
import type { BoardRole } from "./schema.ts";

export type IndependenceVerdict = Verdict<
  "independent" | "recused_on_own" | "refused",
  "board.owns_no_model" | "board.chair_owns_models" | "board.owner_recused" | "board.risk_officer_owns_models"
>;

/** `ownedModels`: references of the models the person owns, decommissioned ones left out. */
export function assessIndependence(role: BoardRole, ownedModels: readonly string[]): IndependenceVerdict {
  if (ownedModels.length === 0) {
    return { outcome: "independent", reasons: [{ code: "board.owns_no_model", facts: {} }] };
  }
  const facts = { models: ownedModels };
  if (role === "chair") return { outcome: "refused", reasons: [{ code: "board.chair_owns_models", facts }] };
  const recused = { code: "board.owner_recused", facts } as const;
  const doubted = { code: "board.risk_officer_owns_models", facts } as const;
  return { outcome: "recused_on_own", reasons: role === "risk_officer" ? [doubted, recused] : [recused] };
}
