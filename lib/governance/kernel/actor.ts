// Answers "who is acting, and may they?" (ORG-2, ORG-4). Pure: the doors find the actor, this judges it.
import { type Effect, isOfEveryMember, type Permission, type Role, rolesWith, type TrustLevel } from "./permission.ts";
import type { Verdict } from "./verdict.ts";

/** A signed-in person, in one organisation, by session or by API key. */
export type PersonActor = {
  readonly kind: "person";
  readonly organizationId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly trustLevel: TrustLevel;
  /** null for a browser session; the scopes of the key otherwise. */
  readonly scopes: readonly string[] | null;
  readonly sessionId: string | null;
  readonly keyId: string | null;
};

/** The product itself: jobs and set-up. */
export type SystemActor = {
  readonly kind: "system";
  readonly organizationId: string;
  readonly name: string;
};

/** Nobody yet: sign-in, first run, invitation. */
export type AnonymousActor = {
  readonly kind: "anonymous";
  readonly organizationId: string;
  readonly address: string;
};

export type Actor = PersonActor | SystemActor | AnonymousActor;

export type PermissionVerdict = Verdict<
  "allowed" | "denied",
  | "kernel.not_permitted"
  | "kernel.out_of_scope"
  | "kernel.quarantined"
  | "kernel.sign_in_required"
  | "kernel.has_role"
  | "kernel.is_member"
  | "kernel.is_system"
  | "kernel.is_public"
>;

/** Deny by default; quarantine beats every role; a key can only narrow what its person may. */
export function assessPermission(
  actor: Actor,
  operation: {
    readonly permission: Permission;
    readonly effect: Effect;
  },
): PermissionVerdict {
  const facts = { permission: operation.permission };
  if (operation.permission === "public")
    return {
      outcome: "allowed",
      reasons: [{ code: "kernel.is_public", facts }],
    };
  if (actor.kind === "system")
    return {
      outcome: "allowed",
      reasons: [{ code: "kernel.is_system", facts }],
    };
  if (actor.kind === "anonymous")
    return {
      outcome: "denied",
      reasons: [{ code: "kernel.sign_in_required", facts }],
    };
  if (actor.trustLevel === "quarantine" && operation.effect === "write") {
    return {
      outcome: "denied",
      reasons: [{ code: "kernel.quarantined", facts }],
    };
  }
  if (actor.scopes !== null && !actor.scopes.includes(operation.permission)) {
    return {
      outcome: "denied",
      reasons: [
        {
          code: "kernel.out_of_scope",
          facts: { ...facts, scopes: actor.scopes },
        },
      ],
    };
  }
  if (isOfEveryMember(operation.permission)) {
    return { outcome: "allowed", reasons: [{ code: "kernel.is_member", facts }] };
  }
  const role = rolesWith(operation.permission).find((candidate) => actor.roles.includes(candidate));
  if (role === undefined) {
    return {
      outcome: "denied",
      reasons: [
        {
          code: "kernel.not_permitted",
          facts: { ...facts, roles: actor.roles },
        },
      ],
    };
  }
  return {
    outcome: "allowed",
    reasons: [{ code: "kernel.has_role", facts: { ...facts, role } }],
  };
}

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.kind === "person" && actor.roles.includes(role);
}
