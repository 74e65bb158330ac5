// Answers "what does identity put on record?" (AUD-1). Details hold ids, codes and numbers; names, addresses and free
// text about people are personal. `identity.attempt_denied` is written by the door for every refused write.
import type { AuditEvent, Json } from "../kernel/audit-event.ts";
import type { GrantedRole, TrustLevel } from "../kernel/permission.ts";
import type { SignInMethod } from "./schema.ts";

type SettingChange = { readonly key: string; readonly before: Json; readonly after: Json };

export type IdentityEvent =
  | AuditEvent<"identity.signed_in", { method: SignInMethod; session: string }>
  | AuditEvent<"identity.sign_in_refused", { method: SignInMethod; cause: SignInRefusalCause }>
  | AuditEvent<"identity.sign_in_throttled", { by: "email" | "address" }>
  | AuditEvent<"identity.signed_out", { session: string }>
  | AuditEvent<"identity.sessions_ended", { ended: number; cause: "own_choice" | "password_changed" }>
  | AuditEvent<
      "identity.person_invited",
      { grantedRoles: readonly GrantedRole[]; isReturn: boolean; expiresAt: string }
    >
  | AuditEvent<"identity.invitation_renewed", { invitation: string; resetsPassword: boolean; expiresAt: string }>
  | AuditEvent<"identity.invitation_revoked", { revoked: number }>
  | AuditEvent<"identity.invitation_accepted", { invitation: string; replacesPassword: boolean; keysRevoked: number }>
  | AuditEvent<"identity.roles_changed", { before: readonly GrantedRole[]; after: readonly GrantedRole[] }>
  | AuditEvent<"identity.membership_ended", { sessionsEnded: number; keysRevoked: number }>
  | AuditEvent<"identity.person_quarantined", { before: TrustLevel }>
  | AuditEvent<"identity.person_released", { after: TrustLevel }>
  | AuditEvent<"identity.key_created", { key: string; scopes: readonly string[]; expiresAt: string }>
  | AuditEvent<"identity.key_revoked", { key: string }>
  | AuditEvent<"identity.settings_changed", { changes: readonly SettingChange[] }>
  | AuditEvent<"identity.account_changed", { fields: readonly string[] }>
  | AuditEvent<"identity.password_changed", { sessionsEnded: number }>
  | AuditEvent<"identity.password_refused", { operation: string; isLast: boolean }>;

export type SignInRefusalCause =
  | "unknown_email"
  | "wrong_password"
  | "unverified_email"
  | "not_a_member"
  | "not_a_demo";

/** The subject of everything that is done to or by a person. */
export function personSubject(userId: string): { type: "person"; reference: string } {
  return { type: "person", reference: userId };
}

export function organizationSubject(organizationId: string): { type: "organization"; reference: string } {
  return { type: "organization", reference: organizationId };
}
