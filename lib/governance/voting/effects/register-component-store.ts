// A component is registered under a name and a version that are free (PRT-101, PRT-102).
import { atField } from "../../kernel/refusal.ts";
import { refuse } from "../../portfolio/refusals.ts";
import { findNamesake, insertComponent, lockNames } from "../../portfolio/store.ts";
import type { KindEffect } from "../kinds/kind.ts";
import type { Carrier } from "./effect-store.ts";

export const registerComponent: Carrier<Extract<KindEffect, { type: "register_component" }>> = {
  locksModel: false,
  hold: lockNames,
  check: async (tx, { facts }) => {
    const component = await findNamesake(tx, facts);
    if (component !== null) throw atField(refuse("portfolio.component_exists", { component }), "payload.version");
  },
  carryOut: async (tx, { facts }, { proposal, decision, at }) => {
    await lockNames(tx);
    if ((await findNamesake(tx, facts)) !== null) return "portfolio.component_exists";
    await insertComponent(tx, facts, { proposal: proposal.reference, decision, at });
    return null;
  },
  giveBack: async () => {},
};
