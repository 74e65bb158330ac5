// Every HTTP route below /api/governance: method, path, operation. The door, the OpenAPI document and the drift test read it.
import { checkEvidence } from "../governance/audit/operations/check-evidence.ts";
import { erasePersonal } from "../governance/audit/operations/erase-personal.ts";
import { listEntries } from "../governance/audit/operations/list-entries.ts";
import { proveConsistency } from "../governance/audit/operations/prove-consistency.ts";
import { proveEntry } from "../governance/audit/operations/prove-entry.ts";
import { readCheckpoint } from "../governance/audit/operations/read-checkpoint.ts";
import { readEntry } from "../governance/audit/operations/read-entry.ts";
import { declareConflict } from "../governance/board/operations/declare-conflict.ts";
import { endSeat } from "../governance/board/operations/end-seat.ts";
import { listCharterVersions } from "../governance/board/operations/list-charter-versions.ts";
import { listMembers } from "../governance/board/operations/list-members.ts";
import { readBoard } from "../governance/board/operations/read-board.ts";
import { readCharter } from "../governance/board/operations/read-charter.ts";
import { readDecisionRights } from "../governance/board/operations/read-decision-rights.ts";
import { readMember } from "../governance/board/operations/read-member.ts";
import { seatMember } from "../governance/board/operations/seat-member.ts";
import { updateMember } from "../governance/board/operations/update-member.ts";
import { withdrawConflict } from "../governance/board/operations/withdraw-conflict.ts";
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
import { listMail } from "../governance/notifications/operations/list-mail.ts";
import { listNotifications } from "../governance/notifications/operations/list-notifications.ts";
import { markAllRead } from "../governance/notifications/operations/mark-all-read.ts";
import { markRead } from "../governance/notifications/operations/mark-read.ts";
import { requeueMail } from "../governance/notifications/operations/requeue-mail.ts";
import { summarizeNotifications } from "../governance/notifications/operations/summarize-notifications.ts";

export type HttpRoute = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  /** `{name}` marks a parameter, which becomes the input field of that name. */
  readonly path: string;
  readonly operation: Operation;
  readonly status?: 201;
};

export const HTTP_ROUTES: readonly HttpRoute[] = [
  { method: "GET", path: "/audit", operation: listEntries },
  // Answered by its own door, which needs nobody signed in; named here for the document.
  { method: "GET", path: "/audit/checkpoint", operation: readCheckpoint },
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
  { method: "POST", path: "/board/members/{reference}/conflicts", operation: declareConflict, status: 201 },
  { method: "POST", path: "/board/members/{reference}/conflicts/{conflictId}/withdraw", operation: withdrawConflict },
  { method: "GET", path: "/charter", operation: readCharter },
  { method: "GET", path: "/charter/versions", operation: listCharterVersions },
  { method: "GET", path: "/charter/decision-rights", operation: readDecisionRights },
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
