// Answers "which scopes may this person give to a key?" (ORG-109): what their roles carry, and never more than the key
// with which they ask.
import { KEY_SCOPES, type Permission, type Role, rolesWith } from "../kernel/permission.ts";
import type { Verdict } from "../kernel/verdict.ts";

/** Every scope that one of the roles carries, in the order of the permission table. */
export function deriveGrantableScopes(holder: {
  readonly roles: readonly Role[];
  /** The scopes of the key with which the holder acts; null in the browser. */
  readonly scopes: readonly string[] | null;
}): readonly Permission[] {
  return KEY_SCOPES.filter(
    (scope) => rolesWith(scope).some((role) => holder.roles.includes(role)) && (holder.scopes?.includes(scope) ?? true),
  );
}

export type ScopeVerdict = Verdict<"granted" | "refused", "identity.scope_held" | "identity.scope_not_held">;

/** Granted when every wanted scope is grantable; the reasons name those that are not. */
export function assessScopes(wanted: readonly string[], grantable: readonly string[]): ScopeVerdict {
  const missing = [...new Set(wanted)].filter((scope) => !grantable.includes(scope));
  return missing.length > 0
    ? { outcome: "refused", reasons: [{ code: "identity.scope_not_held", facts: { scopes: missing } }] }
    : { outcome: "granted", reasons: [{ code: "identity.scope_held", facts: { scopes: wanted } }] };
}
