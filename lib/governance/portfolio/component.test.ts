import { describe, expect, test } from "vitest";
import {
  applyComponentAct,
  assessComponentAct,
  type Component,
  type ComponentAct,
  compareFacts,
  describeRegistration,
} from "./component.ts";
import { ComponentFacts } from "./schema.ts";

const ROUTER: Component = {
  name: "Claims router",
  version: "2.1",
  capabilities: ["Reads claims", "Assigns a handler"],
  riskAssessment: "A wrong handler costs a day; every assignment is logged.",
  trustLevel: "sandbox",
  status: "active",
  revision: 3,
};
const paused = { ...ROUTER, status: "paused" as const };
const retired = { ...ROUTER, status: "retired" as const };
const version = (revision: number): ComponentAct => ({ type: "change", revision, facts: { version: "2.2" } });

describe("what may be done to a component", () => {
  test.each<[string, Component, ComponentAct, string]>([
    ["[PRT-103] a change of the revision it has", ROUTER, version(3), "portfolio.act_possible"],
    ["[PRT-103] a change while it is paused", paused, version(3), "portfolio.act_possible"],
    ["[PRT-103] a change of an older revision", ROUTER, version(2), "portfolio.component_moved_on"],
    ["[PRT-103] a change of a revision to come", ROUTER, version(4), "portfolio.component_moved_on"],
    [
      "[PRT-103] a change to what it is",
      ROUTER,
      {
        type: "change",
        revision: 3,
        facts: { name: "Claims router", capabilities: ["Reads claims", "Assigns a handler"] },
      },
      "portfolio.component_unchanged",
    ],
    [
      "[PRT-103] a retirement of an older revision",
      ROUTER,
      { type: "retire", revision: 2 },
      "portfolio.component_moved_on",
    ],
    ["[PRT-104] a retirement of a paused one", paused, { type: "retire", revision: 3 }, "portfolio.act_possible"],
    ["[PRT-104] a pause of an active one", ROUTER, { type: "pause" }, "portfolio.act_possible"],
    ["[PRT-104] a pause of a paused one", paused, { type: "pause" }, "portfolio.component_not_active"],
    ["[PRT-104] a resumption of a paused one", paused, { type: "resume" }, "portfolio.act_possible"],
    ["[PRT-104] a resumption of an active one", ROUTER, { type: "resume" }, "portfolio.component_not_paused"],
    ["[PRT-104] a pause of a retired one", retired, { type: "pause" }, "portfolio.component_retired"],
    ["[PRT-104] a change of a retired one", retired, version(3), "portfolio.component_retired"],
    [
      "[PRT-104] trust in a retired one",
      retired,
      { type: "set_trust", from: "sandbox", to: "core" },
      "portfolio.component_retired",
    ],
    [
      "[PRT-105] trust from the level it has",
      ROUTER,
      { type: "set_trust", from: "sandbox", to: "core" },
      "portfolio.act_possible",
    ],
    [
      "[PRT-105] trust down to quarantine",
      ROUTER,
      { type: "set_trust", from: "sandbox", to: "quarantine" },
      "portfolio.act_possible",
    ],
    [
      "[PRT-105] trust from another level",
      ROUTER,
      { type: "set_trust", from: "standard", to: "core" },
      "portfolio.trust_moved_on",
    ],
    [
      "[PRT-105] trust to the level it has",
      ROUTER,
      { type: "set_trust", from: "sandbox", to: "sandbox" },
      "portfolio.trust_unchanged",
    ],
  ])("%s", (_name, component, act, code) => {
    expect(assessComponentAct(component, act).reasons[0]?.code).toBe(code);
  });
});

describe("what an act makes of a component", () => {
  test("[PRT-103] a change of facts is the next revision, with before and after fact by fact", () => {
    const facts = { version: "2.2", capabilities: ["Reads claims"] };
    expect(applyComponentAct(ROUTER, { type: "change", revision: 3, facts })).toEqual({
      kind: "changed",
      change: { ...facts, revision: 4 },
      differences: [
        { what: "Version", before: "2.1", after: "2.2" },
        { what: "Capabilities", before: "Reads claims; Assigns a handler", after: "Reads claims" },
      ],
    });
  });

  test.each<[ComponentAct, Partial<Component>, string]>([
    [{ type: "pause" }, { status: "paused" }, "paused"],
    [{ type: "resume" }, { status: "active" }, "resumed"],
    [{ type: "retire", revision: 3 }, { status: "retired" }, "retired"],
    [{ type: "set_trust", from: "sandbox", to: "trusted" }, { trustLevel: "trusted" }, "trust_set"],
  ])("[PRT-103] %j leaves the revision alone", (act, change, kind) => {
    expect(applyComponentAct(ROUTER, act)).toMatchObject({ kind, change });
    expect(applyComponentAct(ROUTER, act).change).not.toHaveProperty("revision");
  });

  test("[PRT-106] a registration is told whole, and equal facts differ in nothing", () => {
    expect(describeRegistration(ROUTER).map((one) => one.what)).toEqual([
      "Name",
      "Version",
      "Capabilities",
      "Risk assessment",
    ]);
    expect(compareFacts(ROUTER, ROUTER)).toEqual([]);
  });
});

describe("what a component says of itself", () => {
  const { name, version: label, capabilities, riskAssessment } = ROUTER;
  const facts = { name, version: label, capabilities: [...capabilities], riskAssessment };
  test.each<[string, object, boolean]>([
    ["whole", {}, true],
    ["without a name", { name: " " }, false],
    ["without a version", { version: "" }, false],
    ["without capabilities", { capabilities: [] }, false],
    ["with one capability twice", { capabilities: ["Reads claims", "reads  CLAIMS"] }, false],
    ["with 51 capabilities", { capabilities: Array.from({ length: 51 }, (_, index) => `Does ${index}`) }, false],
    ["with a risk assessment in a word", { riskAssessment: "Low" }, false],
    ["with NUL in its name", { name: "a\u0000b" }, false],
    ["with a field of another kind", { trustLevel: "core" }, false],
  ])("[PRT-101] %s", (_name, change, accepted) => {
    expect(ComponentFacts.safeParse({ ...facts, ...change }).success).toBe(accepted);
  });
});
