// A registered component is changed, retired, trusted, paused or resumed, if that is still possible (PRT-103 to PRT-105).
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { atField } from "../../kernel/refusal.ts";
import {
  applyComponentAct,
  assessComponentAct,
  type ComponentAct,
  type ComponentCode,
  sayCapabilities,
} from "../../portfolio/component.ts";
import { refuse } from "../../portfolio/refusals.ts";
import { toComponentTitle } from "../../portfolio/schema.ts";
import {
  findComponent,
  findNamesake,
  lockComponent,
  lockNames,
  type StoredComponent,
  saveComponentAct,
} from "../../portfolio/store.ts";
import type { KindEffect } from "../kinds/kind.ts";
import type { Carrier } from "./effect-store.ts";

export const changeComponent: Carrier<Extract<KindEffect, { type: "change_component" }>> = {
  locksModel: false,
  hold: (tx, { act }) => holdNames(tx, act),
  check: async (tx, { component: reference, act }) => {
    const component = await lockComponent(tx, reference);
    if (component === null) {
      throw atField(refuse("portfolio.component_unknown", { component: reference }), "payload.component");
    }
    const obstacle = await findObstacle(tx, component, act);
    if (obstacle !== null) throw atField(refuse(obstacle, { component: reference }), `payload.${FIELDS[obstacle]}`);
  },
  lookUp: async (tx, { component: reference }) => {
    const component = await findComponent(tx, reference);
    if (component === null) throw new Error(`The component ${reference} of a proposal is gone`);
    const { name, version, capabilities, status } = component;
    return {
      component: toComponentTitle(component),
      name,
      version,
      status,
      capabilities: sayCapabilities(capabilities),
    };
  },
  carryOut: async (tx, { component: reference, act }, { proposal, decision, at }) => {
    await holdNames(tx, act);
    const component = await lockComponent(tx, reference);
    if (component === null) return "portfolio.component_unknown";
    const obstacle = await findObstacle(tx, component, act);
    if (obstacle !== null) return obstacle;
    const warrant = { proposal: proposal.reference, decision, at };
    await saveComponentAct(tx, component, applyComponentAct(component, act), warrant);
    return null;
  },
  giveBack: async () => {},
};

type Obstacle = ComponentCode | "portfolio.component_exists";

/** Where in the payload what stands in the way was sent. */
const FIELDS: Readonly<Record<Obstacle, string>> = {
  "portfolio.component_retired": "component",
  "portfolio.component_moved_on": "revision",
  "portfolio.component_unchanged": "component",
  "portfolio.component_exists": "version",
  "portfolio.trust_moved_on": "from",
  "portfolio.trust_unchanged": "to",
  "portfolio.component_not_active": "act",
  "portfolio.component_not_paused": "act",
};

async function findObstacle(tx: UnitOfWork, component: StoredComponent, act: ComponentAct): Promise<Obstacle | null> {
  const verdict = assessComponentAct(component, act);
  if (verdict.outcome === "refused") return verdict.reasons[0]?.code as ComponentCode;
  if (act.type !== "change") return null;
  const { name = component.name, version = component.version } = act.facts;
  const namesake = await findNamesake(tx, { name, version });
  return namesake === null || namesake === component.reference ? null : "portfolio.component_exists";
}

async function holdNames(tx: UnitOfWork, act: ComponentAct): Promise<void> {
  if (act.type === "change") await lockNames(tx);
}
