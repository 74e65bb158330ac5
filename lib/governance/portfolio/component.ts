// Answers "may this be done to a component now, and what is it then?" (PRT-101 to PRT-105). Whoever carries a decision out
// asks it again under lock: what was possible when it was proposed may not be when it has passed.
import type { TrustLevel } from "../kernel/permission.ts";
import type { Verdict } from "../kernel/verdict.ts";
import type { ComponentChangeKind, ComponentFacts, ComponentStatus, Difference } from "./schema.ts";

export type Component = ComponentFacts & {
  readonly trustLevel: TrustLevel;
  readonly status: ComponentStatus;
  readonly revision: number;
};

export type ComponentAct =
  | { readonly type: "change"; readonly revision: number; readonly facts: Partial<ComponentFacts> }
  | { readonly type: "retire"; readonly revision: number }
  | { readonly type: "set_trust"; readonly from: TrustLevel; readonly to: TrustLevel }
  | { readonly type: "pause" }
  | { readonly type: "resume" };

export type ComponentCode =
  | "portfolio.component_retired"
  | "portfolio.component_moved_on"
  | "portfolio.component_unchanged"
  | "portfolio.trust_moved_on"
  | "portfolio.trust_unchanged"
  | "portfolio.component_not_active"
  | "portfolio.component_not_paused";

export type ComponentVerdict = Verdict<"possible" | "refused", ComponentCode | "portfolio.act_possible">;

export function assessComponentAct(component: Component, act: ComponentAct): ComponentVerdict {
  const code = component.status === "retired" ? "portfolio.component_retired" : findObstacle(component, act);
  const facts = { status: component.status, revision: component.revision, trustLevel: component.trustLevel };
  if (code === null) return { outcome: "possible", reasons: [{ code: "portfolio.act_possible", facts }] };
  return { outcome: "refused", reasons: [{ code, facts }] };
}

function findObstacle(component: Component, act: ComponentAct): ComponentCode | null {
  switch (act.type) {
    case "change":
      if (act.revision !== component.revision) return "portfolio.component_moved_on";
      return compareFacts(component, act.facts).length === 0 ? "portfolio.component_unchanged" : null;
    case "retire":
      return act.revision === component.revision ? null : "portfolio.component_moved_on";
    case "set_trust":
      if (act.from !== component.trustLevel) return "portfolio.trust_moved_on";
      return act.to === act.from ? "portfolio.trust_unchanged" : null;
    case "pause":
      return component.status === "active" ? null : "portfolio.component_not_active";
    case "resume":
      return component.status === "paused" ? null : "portfolio.component_not_paused";
  }
}

export type AppliedAct = {
  readonly kind: ComponentChangeKind;
  readonly change: Partial<Component>;
  readonly differences: readonly Difference[];
};

/** What a possible act makes of the component. */
export function applyComponentAct(component: Component, act: ComponentAct): AppliedAct {
  switch (act.type) {
    case "change":
      return {
        kind: "changed",
        change: { ...act.facts, revision: component.revision + 1 },
        differences: compareFacts(component, act.facts),
      };
    case "retire":
      return applyStatus(component, "retired", "retired");
    case "set_trust":
      return {
        kind: "trust_set",
        change: { trustLevel: act.to },
        differences: [{ what: "Trust level", before: component.trustLevel, after: act.to }],
      };
    case "pause":
      return applyStatus(component, "paused", "paused");
    case "resume":
      return applyStatus(component, "active", "resumed");
  }
}

function applyStatus(component: Component, status: ComponentStatus, kind: ComponentChangeKind): AppliedAct {
  return { kind, change: { status }, differences: [{ what: "Status", before: component.status, after: status }] };
}

/** Fact by fact where they differ; lists as one line. */
export function compareFacts(before: ComponentFacts, after: Partial<ComponentFacts>): Difference[] {
  const lines: readonly [string, string, string | undefined][] = [
    ["Name", before.name, after.name],
    ["Version", before.version, after.version],
    ["Capabilities", sayCapabilities(before.capabilities), after.capabilities && sayCapabilities(after.capabilities)],
    ["Risk assessment", before.riskAssessment, after.riskAssessment],
  ];
  return lines.flatMap(([what, was, is]) => (is === undefined || is === was ? [] : [{ what, before: was, after: is }]));
}

export function sayCapabilities(capabilities: readonly string[]): string {
  return capabilities.join("; ");
}

/** What registering one puts on record. */
export function describeRegistration(facts: ComponentFacts): Difference[] {
  return [
    { what: "Name", before: null, after: facts.name },
    { what: "Version", before: null, after: facts.version },
    { what: "Capabilities", before: null, after: sayCapabilities(facts.capabilities) },
    { what: "Risk assessment", before: null, after: facts.riskAssessment },
  ];
}
