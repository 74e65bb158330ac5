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
const reason = "Two quarters without an incident";
/** What the carrier of a component's effects looks up. */
const named = {
  ...{ component: "Claims router 2.1", name: "Claims router", version: "2.1", status: "active" },
  capabilities: "Reads claims; Assigns a handler",
};

const RISK = {
  ...{ risk: "Wrong triage at night", residualRisk: "medium", residualExplanation: "A nurse looks within the hour" },
  ...{ measures: ["A nurse reads every refusal"], until: "2027-03-31" },
};
const EXCEPTION = {
  rule: "Two reviewers for each release",
  limits: "At most one release a month",
  until: "2027-03-31",
};
const CONTENT = { name: "Spending", type: "budget_constraint", scope: "ecosystem", statement: "Nobody spends alone." };
const POLICY_SAMPLES: readonly KindSample[] = [
  { payload: { change: "create", content: { ...CONTENT, mode: "shadow" } } },
  {
    payload: { change: "change", policy: "POL-7K3M9Q2A", baseVersion: 2, content: CONTENT },
    named: { policy: "Spending" },
  },
  { payload: { change: "retire", policy: "POL-7K3M9Q2A", baseVersion: 2 }, named: { policy: "Spending" } },
];

export const KIND_SAMPLES: Readonly<Record<ProposalKind, readonly KindSample[]>> = {
  model_approval: [
    { payload: { model, package: 2, digest: "a".repeat(64) } },
    { payload: { model, to: "active", reason: "Ready" } },
  ],
  decommission: [{ payload: { model, reason: "Replaced" } }],
  policy_change: POLICY_SAMPLES,
  charter_amendment: [
    {
      payload: {
        ...{ baseVersion: 1, baseCharter: "CHR-7K3M9Q2A", baseDigest: "b".repeat(64), summary: "Two more seats" },
        ...{ content: toCharterContent("standard", "Halden Mutual"), contentDigest: "c".repeat(64) },
      },
    },
  ],
  risk_acceptance: [
    { payload: { ...RISK, about: "model", model } },
    { payload: { ...RISK, about: "named", named: "Public statistics", renews: "GRT-7K3M9Q2A" } },
  ],
  exception_grant: [
    { payload: { ...EXCEPTION, about: "model", model, policy: "POL-7K3M9Q2A" }, named: { policy: "Spending" } },
    { payload: { ...EXCEPTION, about: "unit", unit: "Claims", renews: "GRT-7K3M9Q2A" } },
  ],
  emergency_action: [{ payload: { decision: "DEC-7K3M9Q2A", act: { type: "suspend_model", model, from: "active" } } }],
  incident_response: [
    {
      payload: {
        decision: "DEC-7K3M9Q2A",
        act: { type: "instruct", instruction: "Stop", addressee: "Claims", until: "2026-03-09", model: null },
      },
    },
  ],
  configuration: [
    { payload: { key: "voting.defaultHours", oldValue: 72, newValue: 96 } },
    { payload: { key: "no.longer_there", oldValue: 1, newValue: 2 } },
  ],
  trust_adjustment: [
    {
      payload: {
        subject: "person",
        person: "0190a0a0-0000-7000-8000-000000000001",
        from: "standard",
        to: "core",
        reason,
      },
      named: { person: "Mira Okafor" },
    },
    {
      payload: {
        subject: "person",
        person: "0190a0a0-0000-7000-8000-000000000001",
        from: "core",
        to: "quarantine",
        reason,
      },
      named: { person: "Mira Okafor" },
    },
    { payload: { subject: "component", component: "CMP-7K3M9Q2A", from: "sandbox", to: "trusted", reason }, named },
  ],
  overlay_registration: [
    {
      payload: {
        ...{ name: "Claims router", version: "2.1", capabilities: ["Reads claims", "Assigns a handler"] },
        riskAssessment: "A wrong handler costs a day; every assignment is logged.",
      },
    },
  ],
  overlay_update: [
    { payload: { component: "CMP-7K3M9Q2A", revision: 1, version: "2.2" }, named },
    { payload: { component: "CMP-7K3M9Q2A", revision: 1, name: "Router", capabilities: ["Reads claims"] }, named },
    {
      payload: { component: "CMP-7K3M9Q2A", revision: 3, riskAssessment: "Nothing is written without a person." },
      named,
    },
    { payload: { component: "CMP-7K3M9Q2A", revision: 3, isRetired: true }, named },
  ],
  emergency: [
    { payload: { act: "pause", component: "CMP-7K3M9Q2A", reason }, named },
    { payload: { act: "resume", component: "CMP-7K3M9Q2A", reason }, named },
  ],
  policy: POLICY_SAMPLES,
};
