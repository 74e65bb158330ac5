// The way in: throttled per e-mail and per address, recorded whatever the outcome (ORG-103, ORG-104, ORG-115, ORG-119).
// The framework's callbacks call this; it knows nothing of cookies.

import { env } from "../env.ts";
import { recordThrottledSignIn } from "../governance/identity/operations/record-throttled-sign-in.ts";
import { signIn } from "../governance/identity/operations/sign-in.ts";
import { signInDemo } from "../governance/identity/operations/sign-in-demo.ts";
import { signInWithProvider } from "../governance/identity/operations/sign-in-with-provider.ts";
import type { Caller, OpenedSession, SignInAnswer } from "../governance/identity/schema.ts";
import type { AnonymousActor } from "../governance/kernel/actor.ts";
import { sha256Hex } from "../governance/kernel/digest.ts";
import { systemActor } from "./actor.ts";
import { findHomeOrganization, findOrganizations } from "./installation.ts";
import { invoke } from "./invoke.ts";
import { giveBackAttempt, takeAttempt } from "./throttle.ts";

/** Failures within five minutes. An office behind one address has many people; one e-mail has one. */
const ATTEMPTS_PER_EMAIL = 10;
const ATTEMPTS_PER_ADDRESS = 50;

export type SignInResult =
  | { readonly outcome: "signed_in"; readonly session: OpenedSession }
  | { readonly outcome: "refused" }
  | { readonly outcome: "throttled"; readonly retryAfterSeconds: number };

export type PasswordAttempt = {
  readonly email: string;
  readonly password: string;
  readonly caller: Caller;
  /** Set by an invitation to an organisation other than the person's first. */
  readonly organizationId?: string;
};

export async function signInWithPassword(attempt: PasswordAttempt): Promise<SignInResult> {
  const email = toStorable(attempt.email, 320).trim().toLowerCase();
  const password = toStorable(attempt.password, 1_000);
  const caller = toCaller(attempt.caller);
  const organizationId = await findOrganization(email, attempt.organizationId);
  if (organizationId === null) return { outcome: "refused" };
  return throttled({ organizationId, email, caller }, () =>
    invoke(signIn, { actor: stranger(organizationId, caller), input: { email, password, caller } }),
  );
}

/** Only in demo mode, and only into a demo organisation; the operation checks the second itself. */
export async function signInAsDemoPerson(personId: string, from: Caller): Promise<SignInResult> {
  const demo = (await findDemoOrganization())?.id ?? null;
  if (demo === null) return { outcome: "refused" };
  const caller = toCaller(from);
  return invoke(signInDemo, { actor: stranger(demo, caller), input: { personId: toStorable(personId, 100), caller } });
}

/** The organisation whose people the sign-in page offers: null unless this is demo mode. */
export async function findDemoOrganization() {
  if (!env().DEMO_MODE) return null;
  return (await findOrganizations()).find((organization) => organization.isDemo) ?? null;
}

/** For the address that an identity provider gives. */
export async function signInByProvider(given: {
  readonly email: string;
  readonly isVerified: boolean;
  readonly issuer: string;
  readonly caller: Caller;
}): Promise<SignInResult> {
  const email = toStorable(given.email, 320).trim().toLowerCase();
  const caller = toCaller(given.caller);
  const organizationId = await findOrganization(email, undefined);
  if (organizationId === null) return { outcome: "refused" };
  const input = { email, issuer: given.issuer, isVerified: given.isVerified, caller };
  return invoke(signInWithProvider, { actor: stranger(organizationId, caller), input });
}

/** Strangers are recorded in the installation's first organisation. */
async function findOrganization(email: string, wanted: string | undefined): Promise<string | null> {
  const known = await findOrganizations();
  if (wanted !== undefined && known.some((organization) => organization.id === wanted)) return wanted;
  return (await findHomeOrganization(email)) ?? known[0]?.id ?? null;
}

async function throttled(
  who: { readonly organizationId: string; readonly email: string; readonly caller: Caller },
  judge: () => Promise<SignInAnswer>,
): Promise<SignInResult> {
  const keys = [
    { by: "email", key: `sign-in:email:${sha256Hex(who.email).slice(0, 40)}`, allowed: ATTEMPTS_PER_EMAIL },
    { by: "address", key: `sign-in:address:${who.caller.address}`, allowed: ATTEMPTS_PER_ADDRESS },
  ] as const;
  const exhausted: ("email" | "address")[] = [];
  for (const { by, key, allowed } of keys) {
    const attempt = await takeAttempt(key, allowed);
    if (attempt.outcome === "refused") return { outcome: "throttled", retryAfterSeconds: attempt.retryAfterSeconds };
    if (attempt.outcome === "last") exhausted.push(by);
  }
  const answer = await judge();
  if (answer.outcome === "signed_in") await Promise.all(keys.map(({ key }) => giveBackAttempt(key)));
  else for (const by of exhausted) await recordThrottle(who, by);
  return answer;
}

/** Once per window and key: with the attempt that used up the last one. */
async function recordThrottle(
  who: { readonly organizationId: string; readonly email: string; readonly caller: Caller },
  by: "email" | "address",
): Promise<void> {
  await invoke(recordThrottledSignIn, {
    actor: systemActor(who.organizationId, "sign-in"),
    input: { by, email: who.email, caller: who.caller },
  });
}

function stranger(organizationId: string, caller: Caller): AnonymousActor {
  return { kind: "anonymous", organizationId, address: caller.address };
}

function toCaller(given: Caller): Caller {
  return { address: toStorable(given.address, 200), userAgent: toStorable(given.userAgent, 400) };
}

/** An attempt must not escape the record by what it contains: NUL and half characters become U+FFFD, the rest is cut. */
function toStorable(text: string, most: number): string {
  return text.slice(0, most).toWellFormed().replaceAll("\u0000", "\uFFFD");
}

/** What the button for the identity provider says; null when none is configured. */
export function singleSignOnName(): string | null {
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return OIDC_ISSUER === undefined ? null : OIDC_NAME;
}
