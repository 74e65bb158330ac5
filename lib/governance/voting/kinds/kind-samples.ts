// Payloads that every kind must read, for the shared behaviour suite (`decision-kind.test.ts`). The compiler asks for each kind.
import { toCharterContent } from "../../board/charter-template.ts";
import type { ProposalKind } from "../schema.ts";
import type { KindContext, SubjectModel } from "./kind.ts";

export type KindSample = {
  readonly payload: object;
  /** What the carrier of its effect would look up. */
  readonly named?: KindContext["named"];
};

export const SAMPLE_MODEL: SubjectModel = {
  reference: "MDL-7K3M9Q2A",
  name: "Claims triage",
  version: "3.2",
  tier: "tier_4_critical",
  status: "approved",
  suspendedFrom: null,
};
const model = SAMPLE_MODEL.reference;

export const KIND_SAMPLES: Readonly<Record<ProposalKind, readonly KindSample[]>> = {
  model_approval: [
    { payload: { model, package: 2, digest: "a".repeat(64) } },
    { payload: { model, to: "active", reason: "Ready" } },
  ],
  decommission: [{ payload: { model, reason: "Replaced" } }],
  policy_change: [],
  charter_amendment: [
    {
      payload: {
        ...{ baseVersion: 1, baseCharter: "CHR-7K3M9Q2A", baseDigest: "b".repeat(64), summary: "Two more seats" },
        ...{ content: toCharterContent("standard", "Halden Mutual"), contentDigest: "c".repeat(64) },
      },
    },
  ],
  risk_acceptance: [],
  exception_grant: [],
  emergency_action: [],
  incident_response: [],
  configuration: [],
  policy: [],
  trust_adjustment: [],
  overlay_registration: [],
  overlay_update: [],
  emergency: [],
};
