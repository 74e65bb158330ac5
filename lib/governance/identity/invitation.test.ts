import { describe, expect, test } from "vitest";
import { deriveInvitationState, formatInvitationToken, hashInvitationToken } from "./invitation.ts";

const at = new Date("2026-11-20T12:00:00.000Z");
const later = new Date(at.getTime() + 1);
const before = new Date(at.getTime() - 1);

describe("an invitation", () => {
  test.each([
    {
      name: "is open a millisecond before it expires",
      expiresAt: later,
      acceptedAt: null,
      revokedAt: null,
      state: "open",
    },
    { name: "is expired at its instant", expiresAt: at, acceptedAt: null, revokedAt: null, state: "expired" },
    { name: "is expired after it", expiresAt: before, acceptedAt: null, revokedAt: null, state: "expired" },
    { name: "is used, whatever else", expiresAt: before, acceptedAt: before, revokedAt: before, state: "used" },
    { name: "is revoked before it expires", expiresAt: later, acceptedAt: null, revokedAt: before, state: "revoked" },
  ])("[ORG-107] $name", ({ state, ...invitation }) => {
    expect(deriveInvitationState(invitation, at)).toBe(state);
  });

  test("[ORG-106] a token is 32 bytes, and its hash does not contain it", () => {
    expect(() => formatInvitationToken(new Uint8Array(31))).toThrow(RangeError);
    const token = formatInvitationToken(new Uint8Array(32).fill(7));
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/u);
    expect(hashInvitationToken(token)).toMatch(/^[0-9a-f]{64}$/u);
  });
});
