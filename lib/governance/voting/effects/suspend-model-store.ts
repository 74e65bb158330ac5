// A model in operation is suspended by its chair's decision (REG-1), and comes back when the board does not ratify it.
import { refuse as refuseInRegistry } from "../../registry/refusals.ts";
import { assessTransition } from "../../registry/status.ts";
import { refreshRiskScore, saveModelStatus } from "../../registry/store.ts";
import type { ChairAct } from "../kinds/chair-act.ts";
import type { ChairActInput } from "../request.ts";
import type { ChairActCarrier } from "./chair-act-store.ts";
import { withModel } from "./effect-store.ts";

type Suspension<Act extends { type: string }> = Extract<Act, { type: "suspend_model" }>;

export const suspendModel: ChairActCarrier<Suspension<ChairActInput>, Suspension<ChairAct>> = {
  freeze: async (_tx, { type }, facts) => {
    const { model } = withModel(facts);
    const { reference, status: from } = model;
    const verdict = assessTransition(model, "suspended", ["chair_decision"]);
    if (verdict.outcome === "allowed") return { type, model: reference, from };
    const allowed = verdict.reasons[0]?.facts.allowed;
    const message = `Only approved and active models can be suspended; this one is ${from.replaceAll("_", " ")}`;
    throw refuseInRegistry(
      "registry.transition_refused",
      { model: reference, from, to: "suspended", allowed: Array.isArray(allowed) ? allowed : [] },
      [{ path: "payload.model", code: "transition_refused", message }],
    );
  },
  takeEffect: async (tx, { from }, facts) => {
    const { model, at } = withModel(facts);
    const saved = await saveModelStatus(tx, model.id, { status: "suspended", suspendedFrom: from, at });
    await refreshRiskScore(tx, saved, at);
  },
  reverse: async (tx, { from }, facts) => {
    const { model, at, isRetry = false } = withModel(facts);
    // Out of service for good there is nothing to come back to: a person has to see that before it is settled (VOT-146).
    if (model.status === "decommissioned") return isRetry ? null : "voting.reversal_overtaken";
    // Lifted by the board meanwhile: the suspension is undone already.
    if (model.status !== "suspended") return null;
    const verdict = assessTransition(model, from, ["board_decision"]);
    if (verdict.outcome === "refused") return verdict.reasons[0]?.code ?? "registry.transition_not_possible";
    await refreshRiskScore(tx, await saveModelStatus(tx, model.id, { status: from, suspendedFrom: null, at }), at);
    return null;
  },
};
