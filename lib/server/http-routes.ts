// Every HTTP route below /api/governance: method, path, operation. The door, the OpenAPI document and the drift test read it.
import { readAgreement } from "../governance/advisory/operations/read-agreement.ts";
import { checkEvidence } from "../governance/audit/operations/check-evidence.ts";
import { erasePersonal } from "../governance/audit/operations/erase-personal.ts";
import { listEntries } from "../governance/audit/operations/list-entries.ts";
import { proveConsistency } from "../governance/audit/operations/prove-consistency.ts";
import { proveEntry } from "../governance/audit/operations/prove-entry.ts";
import { readEntry } from "../governance/audit/operations/read-entry.ts";
import { compareCharterVersions } from "../governance/board/operations/compare-charter-versions.ts";
import { discardCharterDraft } from "../governance/board/operations/discard-charter-draft.ts";
import { endSeat } from "../governance/board/operations/end-seat.ts";
import { forecastQuorum } from "../governance/board/operations/forecast-quorum.ts";
import { listCharterVersions } from "../governance/board/operations/list-charter-versions.ts";
import { listMembers } from "../governance/board/operations/list-members.ts";
import { planRotation } from "../governance/board/operations/plan-rotation.ts";
import { readBoard } from "../governance/board/operations/read-board.ts";
import { readCharter } from "../governance/board/operations/read-charter.ts";
import { readCharterDraft } from "../governance/board/operations/read-charter-draft.ts";
import { readDecisionRights } from "../governance/board/operations/read-decision-rights.ts";
import { readMember } from "../governance/board/operations/read-member.ts";
import { readRotation } from "../governance/board/operations/read-rotation.ts";
import { renewSeat } from "../governance/board/operations/renew-seat.ts";
import { saveCharterDraft } from "../governance/board/operations/save-charter-draft.ts";
import { seatMember } from "../governance/board/operations/seat-member.ts";
import { updateMember } from "../governance/board/operations/update-member.ts";
import { withdrawConflict } from "../governance/board/operations/withdraw-conflict.ts";
import { readDashboard } from "../governance/dashboard/operations/read-dashboard.ts";
import { changeAccount } from "../governance/identity/operations/change-account.ts";
import { changeGrantedRoles } from "../governance/identity/operations/change-granted-roles.ts";
import { changeSettings } from "../governance/identity/operations/change-settings.ts";
import { createKey } from "../governance/identity/operations/create-key.ts";
import { endMembership } from "../governance/identity/operations/end-membership.ts";
import { endSession } from "../governance/identity/operations/end-session.ts";
import { getAccount } from "../governance/identity/operations/get-account.ts";
import { getPerson } from "../governance/identity/operations/get-person.ts";
import { getSettings } from "../governance/identity/operations/get-settings.ts";
import { invitePerson } from "../governance/identity/operations/invite-person.ts";
import { listKeys } from "../governance/identity/operations/list-keys.ts";
import { listPeople } from "../governance/identity/operations/list-people.ts";
import { quarantinePerson } from "../governance/identity/operations/quarantine-person.ts";
import { releasePerson } from "../governance/identity/operations/release-person.ts";
import { renewInvitation } from "../governance/identity/operations/renew-invitation.ts";
import { revokeInvitation } from "../governance/identity/operations/revoke-invitation.ts";
import { revokeKey } from "../governance/identity/operations/revoke-key.ts";
import type { Operation } from "../governance/kernel/operation.ts";
import { changeAction } from "../governance/meetings/operations/change-action.ts";
import { listActions } from "../governance/meetings/operations/list-actions.ts";
import { scheduleEscalationReview } from "../governance/meetings/operations/schedule-escalation-review.ts";
import { listMail } from "../governance/notifications/operations/list-mail.ts";
import { listNotifications } from "../governance/notifications/operations/list-notifications.ts";
import { markAllRead } from "../governance/notifications/operations/mark-all-read.ts";
import { markRead } from "../governance/notifications/operations/mark-read.ts";
import { requeueMail } from "../governance/notifications/operations/requeue-mail.ts";
import { summarizeNotifications } from "../governance/notifications/operations/summarize-notifications.ts";
import { listGrants } from "../governance/policy/operations/list-grants.ts";
import { listPolicies } from "../governance/policy/operations/list-policies.ts";
import { readGrant } from "../governance/policy/operations/read-grant.ts";
import { readPolicy } from "../governance/policy/operations/read-policy.ts";
import { revokeGrant } from "../governance/policy/operations/revoke-grant.ts";
import { listComponents } from "../governance/portfolio/operations/list-components.ts";
import { readComponent } from "../governance/portfolio/operations/read-component.ts";
import { assignOwner } from "../governance/registry/operations/assign-owner.ts";
import { cancelImport } from "../governance/registry/operations/cancel-import.ts";
import { listImports } from "../governance/registry/operations/list-imports.ts";
import { listMappings } from "../governance/registry/operations/list-mappings.ts";
import { listModels } from "../governance/registry/operations/list-models.ts";
import { listUnits } from "../governance/registry/operations/list-units.ts";
import { overrideTier } from "../governance/registry/operations/override-tier.ts";
import { previewImport } from "../governance/registry/operations/preview-import.ts";
import { readEvaluation } from "../governance/registry/operations/read-evaluation.ts";
import { readImport } from "../governance/registry/operations/read-import.ts";
import { readImportColumns } from "../governance/registry/operations/read-import-columns.ts";
import { readModel } from "../governance/registry/operations/read-model.ts";
import { readPackage } from "../governance/registry/operations/read-package.ts";
import { readRegistrySummary } from "../governance/registry/operations/read-registry-summary.ts";
import { registerModel } from "../governance/registry/operations/register-model.ts";
import { saveMapping } from "../governance/registry/operations/save-mapping.ts";
import { saveScorecardDraft } from "../governance/registry/operations/save-scorecard-draft.ts";
import { startImport } from "../governance/registry/operations/start-import.ts";
import { transitionModel } from "../governance/registry/operations/transition-model.ts";
import { updateModel } from "../governance/registry/operations/update-model.ts";
import { allegeConflict } from "../governance/voting/operations/allege-conflict.ts";
import { answerAllegation } from "../governance/voting/operations/answer-allegation.ts";
import { cancelProposal } from "../governance/voting/operations/cancel-proposal.ts";
import { castBallot } from "../governance/voting/operations/cast-ballot.ts";
import { closeProposal } from "../governance/voting/operations/close-proposal.ts";
import { createProposal } from "../governance/voting/operations/create-proposal.ts";
import { decideAdvised } from "../governance/voting/operations/decide-advised.ts";
import { decideAsChair } from "../governance/voting/operations/decide-as-chair.ts";
import { declareConflict } from "../governance/voting/operations/declare-conflict.ts";
import { deferProposal } from "../governance/voting/operations/defer-proposal.ts";
import { editDraft } from "../governance/voting/operations/edit-draft.ts";
import { executeProposal } from "../governance/voting/operations/execute-proposal.ts";
import { listAllegations } from "../governance/voting/operations/list-allegations.ts";
import { listDecisions } from "../governance/voting/operations/list-decisions.ts";
import { listKinds } from "../governance/voting/operations/list-kinds.ts";
import { listProposals } from "../governance/voting/operations/list-proposals.ts";
import { listProposers } from "../governance/voting/operations/list-proposers.ts";
import { openProposal } from "../governance/voting/operations/open-proposal.ts";
import { previewChairDecision } from "../governance/voting/operations/preview-chair-decision.ts";
import { proposeAmendment } from "../governance/voting/operations/propose-amendment.ts";
import { readAdvice } from "../governance/voting/operations/read-advice.ts";
import { readAllegation } from "../governance/voting/operations/read-allegation.ts";
import { readAttendance } from "../governance/voting/operations/read-attendance.ts";
import { readDraft } from "../governance/voting/operations/read-draft.ts";
import { readKind } from "../governance/voting/operations/read-kind.ts";
import { readMetrics } from "../governance/voting/operations/read-metrics.ts";
import { readProposal } from "../governance/voting/operations/read-proposal.ts";
import { readReceipt } from "../governance/voting/operations/read-receipt.ts";
import { readResult } from "../governance/voting/operations/read-result.ts";
import { recuseMember } from "../governance/voting/operations/recuse-member.ts";
import { ruleOnAllegation } from "../governance/voting/operations/rule-on-allegation.ts";
import { submitModel } from "../governance/voting/operations/submit-model.ts";
import { withdrawProposal } from "../governance/voting/operations/withdraw-proposal.ts";
import { ATTENTION_ROUTES } from "./attention-routes.ts";

export type HttpRoute = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  /** `{name}` marks a parameter, which becomes the input field of that name. */
  readonly path: string;
  readonly operation: Operation;
  readonly status?: 201;
};

export const HTTP_ROUTES: readonly HttpRoute[] = [
  ...ATTENTION_ROUTES,
  { method: "GET", path: "/dashboard", operation: readDashboard },
  { method: "GET", path: "/audit", operation: listEntries },
  { method: "GET", path: "/audit/consistency", operation: proveConsistency },
  { method: "POST", path: "/audit/evidence", operation: checkEvidence },
  { method: "GET", path: "/audit/entries/{number}", operation: readEntry },
  { method: "GET", path: "/audit/entries/{number}/proof", operation: proveEntry },
  { method: "POST", path: "/audit/entries/{number}/erase", operation: erasePersonal },
  { method: "GET", path: "/board", operation: readBoard },
  { method: "GET", path: "/board/members", operation: listMembers },
  { method: "POST", path: "/board/members", operation: seatMember, status: 201 },
  { method: "GET", path: "/board/members/{reference}", operation: readMember },
  { method: "PATCH", path: "/board/members/{reference}", operation: updateMember },
  { method: "POST", path: "/board/members/{reference}/end", operation: endSeat },
  { method: "POST", path: "/board/members/{reference}/renewals", operation: renewSeat, status: 201 },
  { method: "POST", path: "/board/members/{reference}/conflicts", operation: declareConflict, status: 201 },
  { method: "POST", path: "/board/members/{reference}/conflicts/{conflictId}/withdraw", operation: withdrawConflict },
  { method: "GET", path: "/board/rotation", operation: readRotation },
  { method: "PUT", path: "/board/rotation/{role}", operation: planRotation },
  { method: "GET", path: "/board/forecast", operation: forecastQuorum },
  { method: "GET", path: "/board/attendance", operation: readAttendance },

  { method: "POST", path: "/board/members/{reference}/allegations", operation: allegeConflict, status: 201 },
  { method: "GET", path: "/board/allegations", operation: listAllegations },
  { method: "GET", path: "/board/allegations/{reference}", operation: readAllegation },
  { method: "POST", path: "/board/allegations/{reference}/answer", operation: answerAllegation },
  { method: "POST", path: "/board/allegations/{reference}/ruling", operation: ruleOnAllegation },
  { method: "GET", path: "/charter", operation: readCharter },
  { method: "GET", path: "/charter/versions", operation: listCharterVersions },
  { method: "GET", path: "/charter/decision-rights", operation: readDecisionRights },
  { method: "GET", path: "/charter/draft", operation: readCharterDraft },
  { method: "PUT", path: "/charter/draft", operation: saveCharterDraft },
  { method: "POST", path: "/charter/draft/discard", operation: discardCharterDraft },
  { method: "GET", path: "/charter/difference", operation: compareCharterVersions },
  { method: "POST", path: "/charter/amendments", operation: proposeAmendment, status: 201 },
  { method: "POST", path: "/escalations/{reference}/review-date", operation: scheduleEscalationReview, status: 201 },
  { method: "GET", path: "/people", operation: listPeople },
  { method: "POST", path: "/people", operation: invitePerson, status: 201 },
  { method: "GET", path: "/people/{personId}", operation: getPerson },
  { method: "PUT", path: "/people/{personId}/roles", operation: changeGrantedRoles },
  { method: "POST", path: "/people/{personId}/invitation", operation: renewInvitation, status: 201 },
  { method: "POST", path: "/people/{personId}/invitation/revoke", operation: revokeInvitation },
  { method: "POST", path: "/people/{personId}/end", operation: endMembership },
  { method: "POST", path: "/people/{personId}/quarantine", operation: quarantinePerson },
  { method: "POST", path: "/people/{personId}/release", operation: releasePerson },
  { method: "GET", path: "/settings", operation: getSettings },
  { method: "PATCH", path: "/settings", operation: changeSettings },
  { method: "GET", path: "/account", operation: getAccount },
  { method: "PATCH", path: "/account", operation: changeAccount },
  { method: "POST", path: "/account/sessions/{sessionId}/end", operation: endSession },
  { method: "GET", path: "/keys", operation: listKeys },
  { method: "POST", path: "/keys", operation: createKey, status: 201 },
  { method: "POST", path: "/keys/{keyId}/revoke", operation: revokeKey },
  { method: "GET", path: "/actions", operation: listActions },
  { method: "PATCH", path: "/actions/{reference}", operation: changeAction },
  { method: "GET", path: "/notifications", operation: listNotifications },
  { method: "GET", path: "/notifications/summary", operation: summarizeNotifications },
  { method: "POST", path: "/notifications/read", operation: markAllRead },
  { method: "POST", path: "/notifications/{notification}/read", operation: markRead },
  { method: "GET", path: "/mail", operation: listMail },
  { method: "POST", path: "/mail/{delivery}/requeue", operation: requeueMail },
  { method: "POST", path: "/models/{reference}/submissions", operation: submitModel, status: 201 },
  { method: "GET", path: "/proposals", operation: listProposals },
  { method: "POST", path: "/proposals", operation: createProposal, status: 201 },
  { method: "GET", path: "/proposals/kinds", operation: listKinds },
  { method: "GET", path: "/proposals/kinds/{kind}", operation: readKind },

  { method: "GET", path: "/proposals/proposers", operation: listProposers },
  { method: "GET", path: "/proposals/{reference}", operation: readProposal },
  { method: "PATCH", path: "/proposals/{reference}", operation: editDraft },
  { method: "GET", path: "/proposals/{reference}/draft", operation: readDraft },
  { method: "POST", path: "/proposals/{reference}/open", operation: openProposal },
  { method: "POST", path: "/proposals/{reference}/votes", operation: castBallot, status: 201 },
  { method: "GET", path: "/proposals/{reference}/advice", operation: readAdvice },
  { method: "GET", path: "/proposals/{reference}/receipt", operation: readReceipt },
  { method: "POST", path: "/proposals/{reference}/recusals", operation: recuseMember, status: 201 },
  { method: "POST", path: "/proposals/{reference}/close", operation: closeProposal },
  { method: "POST", path: "/proposals/{reference}/defer", operation: deferProposal },
  { method: "POST", path: "/proposals/{reference}/withdraw", operation: withdrawProposal },
  { method: "POST", path: "/proposals/{reference}/cancel", operation: cancelProposal },
  { method: "POST", path: "/proposals/{reference}/execute", operation: executeProposal },
  { method: "POST", path: "/proposals/{reference}/decision", operation: decideAdvised },
  { method: "GET", path: "/proposals/{reference}/result", operation: readResult },
  { method: "GET", path: "/policies", operation: listPolicies },
  { method: "GET", path: "/policies/{reference}", operation: readPolicy },
  { method: "GET", path: "/grants", operation: listGrants },
  { method: "GET", path: "/grants/{reference}", operation: readGrant },
  { method: "POST", path: "/grants/{reference}/revoke", operation: revokeGrant },
  { method: "GET", path: "/decisions", operation: listDecisions },
  { method: "POST", path: "/decisions", operation: decideAsChair, status: 201 },
  { method: "GET", path: "/decisions/preview", operation: previewChairDecision },
  { method: "GET", path: "/metrics", operation: readMetrics },
  { method: "GET", path: "/metrics/advice", operation: readAgreement },
  { method: "GET", path: "/portfolio/components", operation: listComponents },
  { method: "GET", path: "/portfolio/components/{reference}", operation: readComponent },
  { method: "GET", path: "/models", operation: listModels },
  { method: "POST", path: "/models", operation: registerModel, status: 201 },
  { method: "GET", path: "/models/summary", operation: readRegistrySummary },
  { method: "GET", path: "/models/units", operation: listUnits },
  { method: "POST", path: "/models/owners", operation: assignOwner },
  { method: "GET", path: "/models/imports", operation: listImports },
  { method: "GET", path: "/models/imports/{reference}", operation: readImport },
  { method: "GET", path: "/models/imports/{reference}/columns", operation: readImportColumns },
  { method: "POST", path: "/models/imports/{reference}/preview", operation: previewImport },
  { method: "POST", path: "/models/imports/{reference}/start", operation: startImport },
  { method: "POST", path: "/models/imports/{reference}/cancel", operation: cancelImport },
  { method: "GET", path: "/models/mappings", operation: listMappings },
  { method: "PUT", path: "/models/mappings/{name}", operation: saveMapping },
  { method: "GET", path: "/models/{reference}", operation: readModel },
  { method: "PATCH", path: "/models/{reference}", operation: updateModel },
  { method: "GET", path: "/models/{reference}/evaluation", operation: readEvaluation },
  { method: "PUT", path: "/models/{reference}/scorecard", operation: saveScorecardDraft },
  { method: "POST", path: "/models/{reference}/tier", operation: overrideTier },
  { method: "POST", path: "/models/{reference}/transitions", operation: transitionModel },
  { method: "GET", path: "/models/{reference}/packages/{digest}", operation: readPackage },
];

export type FoundRoute = {
  readonly route: HttpRoute;
  readonly parameters: Readonly<Record<string, string>>;
};

/** The route for a method and path; literal segments beat parameters. */
export function findRoute(method: string, segments: readonly string[]): FoundRoute | null {
  const matches = HTTP_ROUTES.flatMap((route) => {
    const parameters = route.method === method ? matchPath(route.path, segments) : null;
    return parameters === null ? [] : [{ route, parameters }];
  });
  matches.sort((a, b) => Object.keys(a.parameters).length - Object.keys(b.parameters).length);
  return matches[0] ?? null;
}

function matchPath(path: string, segments: readonly string[]): Record<string, string> | null {
  const pattern = path.split("/").slice(1);
  if (pattern.length !== segments.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? "";
    const name = /^\{(\w+)\}$/u.exec(part)?.[1];
    if (name !== undefined) parameters[name] = segment;
    else if (part !== segment) return null;
  }
  return parameters;
}
