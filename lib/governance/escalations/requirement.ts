// Turns a verdict on an act into the refusal that its doors give.
import type { Refusal } from "../kernel/refusal.ts";
import type { EscalationAct, LifeFacts, LifeVerdict } from "./life.ts";
import { refuse } from "./refusals.ts";

export function refusalOf(
  verdict: LifeVerdict,
  item: LifeFacts & { readonly reference: string },
  act: EscalationAct,
  acknowledgedByName: string,
): Refusal | null {
  const code = verdict.reasons[0]?.code ?? "escalations.act_allowed";
  const { reference: escalation, severity, acknowledgedAt } = item;
  switch (code) {
    case "escalations.act_allowed":
      return null;
    case "escalations.not_yours":
      return refuse(code, { escalation, act: act.replace("_", " ") });
    case "escalations.already_acknowledged":
      return refuse(code, { escalation, by: acknowledgedByName, at: acknowledgedAt?.toISOString() ?? "" });
    case "escalations.review_required":
    case "escalations.review_not_needed":
      return refuse(code, { escalation, severity });
    default:
      return refuse(code, { escalation });
  }
}
