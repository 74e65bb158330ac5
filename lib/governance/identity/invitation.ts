// Answers "does this invitation still open the door?" (ORG-106, ORG-107).
import { createHash } from "node:crypto";
import type { InvitationState } from "./schema.ts";

export const INVITATION_DAYS = 7;

/** What is kept of a token: its SHA-256 in hexadecimal. The token has 256 bits of its own, no stretching needed. */
export function hashInvitationToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** 32 random bytes as they stand in the link. */
export function formatInvitationToken(random: Uint8Array): string {
  if (random.length !== 32) throw new RangeError("An invitation needs exactly 32 random bytes");
  return Buffer.from(random).toString("base64url");
}

export type InvitationFacts = {
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
};

/** At the instant of expiry it is too late. */
export function deriveInvitationState(invitation: InvitationFacts, at: Date): InvitationState {
  if (invitation.acceptedAt !== null) return "used";
  if (invitation.revokedAt !== null) return "revoked";
  return invitation.expiresAt.getTime() <= at.getTime() ? "expired" : "open";
}
