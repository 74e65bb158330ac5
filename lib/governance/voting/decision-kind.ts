// Answers "what is a kind of decision about, and what does it do when it passes?" (VOT tables, REG-1, REG-7, BRD-8).
// A kind is one file in `kinds/` and one line in PROPOSAL_KINDS; the compiler asks for every kind. What it does is data
// (`KindEffect`), which `effect-store.ts` carries out.
import { BoardDecisionKind } from "../board/decision-right.ts";
import { charterAmendment } from "./kinds/charter-amendment.ts";
import { configuration } from "./kinds/configuration.ts";
import { decommission } from "./kinds/decommission.ts";
import { emergency } from "./kinds/emergency.ts";
import { emergencyAction } from "./kinds/emergency-action.ts";
import { exceptionGrant } from "./kinds/exception-grant.ts";
import { incidentResponse } from "./kinds/incident-response.ts";
import type { KindDefinition, KindReading } from "./kinds/kind.ts";
import { modelApproval } from "./kinds/model-approval.ts";
import { overlayRegistration } from "./kinds/overlay-registration.ts";
import { overlayUpdate } from "./kinds/overlay-update.ts";
import { policyByTrust, policyChange } from "./kinds/policy-change.ts";
import { riskAcceptance } from "./kinds/risk-acceptance.ts";
import { trustAdjustment } from "./kinds/trust-adjustment.ts";
import type { ProposalKind } from "./schema.ts";

export const PROPOSAL_KINDS: Readonly<Record<ProposalKind, KindDefinition>> = {
  model_approval: modelApproval,
  decommission,
  policy_change: policyChange,
  charter_amendment: charterAmendment,
  risk_acceptance: riskAcceptance,
  exception_grant: exceptionGrant,
  emergency_action: emergencyAction,
  incident_response: incidentResponse,
  configuration,
  trust_adjustment: trustAdjustment,
  overlay_registration: overlayRegistration,
  overlay_update: overlayUpdate,
  emergency,
  policy: policyByTrust,
};

export function isBoardDecision(kind: ProposalKind): kind is BoardDecisionKind {
  return BoardDecisionKind.options.some((candidate) => candidate === kind);
}

/** A kept proposal's payload, read by its kind. */
export function readPayload(kind: ProposalKind, payload: unknown): KindReading {
  return PROPOSAL_KINDS[kind].read(payload);
}
