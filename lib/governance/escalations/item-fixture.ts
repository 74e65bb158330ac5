// Raises and ground for tests of the stages: everything in its mildest form, changed where a test says so.
import { toCharterContent } from "../board/charter-template.ts";
import type { Ground } from "./ground.ts";
import { takeIn } from "./intake.ts";
import type { Item, ModelSubject, VentureSubject } from "./item.ts";
import { STANDARD_RULES } from "./rules.ts";
import type { RaiseInput } from "./schema.ts";
import { runStages } from "./stage-run.ts";

export const AT = new Date("2026-11-20T09:00:00.000Z");

export const VENTURE: VentureSubject = {
  ...{ id: "v1", reference: "VNT-00000001", name: "Tide", stage: 4, leadUserId: "lead" },
  ...{ portfolioId: "p1", portfolioReference: "PTF-00000001" },
};
export const MODEL: ModelSubject = { id: "m1", reference: "MDL-00000001", name: "Triage 1.0", ownerUserId: "owner" };

export function groundOf(change: Partial<Ground> = {}): Ground {
  return {
    ...{ organizationId: "org", at: AT, zone: "Europe/Berlin", rules: STANDARD_RULES },
    paths: toCharterContent("standard", "Northwind").escalationPaths,
    ...{ silences: [], criticals: new Map(), claims: null, rooms: null },
    ...change,
  };
}

export function raiseOf(change: Partial<RaiseInput> = {}): RaiseInput {
  return { title: "Something happened", description: "", source: "test", ...change };
}

/** Taken in; `ventureRef` and `modelRef` of the two subjects above are known. */
export function itemsOf(raises: readonly RaiseInput[], at = AT): readonly Item[] {
  const subjects = {
    ventures: new Map([[VENTURE.reference, VENTURE]]),
    models: new Map([[MODEL.reference, MODEL]]),
  };
  const raised = raises.map((raise, index) => ({ index, reference: `ESC-${String(index).padStart(8, "0")}`, raise }));
  return takeIn(raised, { subjects, at }).kept;
}

/** Through severity and folding. */
export function ratedOf(raises: readonly RaiseInput[], ground = groundOf()): readonly Item[] {
  return runStages(itemsOf(raises, ground.at), ground, { from: "severity", to: "dedupe" }).kept;
}
