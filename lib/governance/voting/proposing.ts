// Answers "can this kind be proposed with this payload, by this person?" (VOT-2, VOT-111, VOT-115, VOT-160): reads what was sent by
// its kind and refuses with the field at fault. Whether the subject allows it now is the effect's question.
import type { Actor } from "../kernel/actor.ts";
import { atField, refuse as refuseInKernel } from "../kernel/refusal.ts";
import { isBoardDecision, PROPOSAL_KINDS } from "./decision-kind.ts";
import { assessProposer } from "./proposer.ts";
import { refuse, refuseFor } from "./refusals.ts";
import { ChairDecisionKind, type ProposalKind } from "./schema.ts";

/** The payload as its kind keeps it. */
export function requireProposable(
  kind: ProposalKind,
  payload: Readonly<Record<string, unknown>>,
  actor: Actor,
): object {
  if (actor.kind === "person") {
    const verdict = assessProposer(kind, actor);
    if (verdict.outcome === "refused") throw refuseFor(verdict.reasons[0], kind);
  }
  const schema = PROPOSAL_KINDS[kind].input;
  if (kind === "charter_amendment") throw refuse("voting.amendment_from_draft", {});
  if (ChairDecisionKind.options.some((own) => own === kind)) throw refuse("voting.chair_decides", { kind });
  if (schema === null) throw refuse("voting.kind_not_available", { kind });
  if (kind === "model_approval" && !("to" in payload)) {
    throw refuse("voting.approval_by_submission", { model: typeof payload.model === "string" ? payload.model : "" });
  }
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data as object;
  const errors = parsed.error.issues.map((issue) => {
    const path = ["payload", ...issue.path.map(String)].join(".");
    return { path, code: issue.code, message: issue.message };
  });
  const fields = errors.map((error) => error.path);
  throw refuseInKernel("kernel.invalid_input", { fields }, errors);
}

/** Conditions belong to decisions that can end as conditional: those of the board (VOT-10, VOT-160). */
export function takesConditions(kind: ProposalKind): boolean {
  return isBoardDecision(kind) && kind !== "charter_amendment";
}

export function requireConditionless(kind: ProposalKind, conditions: number): void {
  if (conditions > 0 && !takesConditions(kind)) throw atField(refuse("voting.no_conditions", { kind }), "conditions");
}
