// The board ratifies what its chair decided alone, or does not (VOT-11): the decision becomes final, or is undone.
import { reverseChairAct } from "../chair-act-store.ts";
import { settleDecision } from "../decision-standing-store.ts";
import type { KindEffect } from "../kinds/kind.ts";
import type { Carrier } from "./effect-store.ts";

export const ratify: Carrier<Extract<KindEffect, { type: "ratify" }>> = {
  // An emergency does not wait for another vote on the same model, and a vote on it goes on.
  locksModel: false,
  carryOut: async (tx, { decision }) => {
    await settleDecision(tx, decision, "final");
    return null;
  },
  giveBack: async () => {},
  reverse: async (tx, { decision, act }, facts) => {
    const failure = await reverseChairAct(tx, act, facts);
    if (failure === null) await settleDecision(tx, decision, "reversed");
    return failure;
  },
};
