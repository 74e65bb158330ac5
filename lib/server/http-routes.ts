// Every HTTP route below /api/governance: method, path, operation. The door, the OpenAPI document and the drift test read it.
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
import type { Operation } from "../governance/kernel/operation.ts";

export type HttpRoute = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  /** `{name}` marks a parameter, which becomes the input field of that name. */
  readonly path: string;
  readonly operation: Operation;
  readonly status?: 201;
};

export const HTTP_ROUTES: readonly HttpRoute[] = [
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
