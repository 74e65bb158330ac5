// How next-auth is set up here: it carries a signed and encrypted cookie with two ids and nothing else. Who that is, and
// whether the session still stands, is asked of the database at every request (`request.ts`).
import type { AuthOptions, DefaultSession, RequestInternal, User } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "../env.ts";
import { signOut } from "../governance/identity/operations/sign-out.ts";
import type { Caller } from "../governance/identity/schema.ts";
import { findSessionActor } from "./actor.ts";
import { invoke } from "./invoke.ts";
import { log } from "./log.ts";
import { type SignInResult, signInAsDemoPerson, signInByProvider, signInWithPassword } from "./sign-in.ts";
import { addressOf } from "./throttle.ts";

declare module "next-auth" {
  interface Session extends Omit<DefaultSession, "user"> {
    sessionId?: string;
    organizationId?: string;
  }
  interface User {
    sessionId?: string;
    organizationId?: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sessionId?: string;
    organizationId?: string;
  }
}

/** The longest a session can be set to last; the row decides. */
const LONGEST_SESSION_SECONDS = 168 * 3600;

export function authOptions(request?: Request): AuthOptions {
  const { NEXTAUTH_SECRET, APP_URL, DEMO_MODE, OIDC_ISSUER } = env();
  return {
    secret: NEXTAUTH_SECRET,
    useSecureCookies: APP_URL.startsWith("https:"),
    session: { strategy: "jwt", maxAge: LONGEST_SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      passwordProvider(),
      ...(DEMO_MODE ? [demoProvider()] : []),
      ...(OIDC_ISSUER === undefined ? [] : [singleSignOn(OIDC_ISSUER)]),
    ],
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.provider !== "oidc") return true;
        return admitByProvider(user, profile, request);
      },
      jwt: ({ token, user }) => {
        const { sessionId, organizationId } = user ?? token;
        return { sessionId, organizationId };
      },
      session: ({ session, token }) => ({
        expires: session.expires,
        sessionId: token.sessionId,
        organizationId: token.organizationId,
      }),
    },
    events: {
      signOut: async ({ token }) => {
        const actor = token?.sessionId === undefined ? null : await findSessionActor(token.sessionId);
        if (actor !== null) await invoke(signOut, { actor, input: {} });
      },
    },
  };
}

function passwordProvider() {
  return CredentialsProvider({
    id: "password",
    name: "Password",
    credentials: { email: {}, password: {}, organizationId: {} },
    authorize: (given, request) =>
      toUser(
        signInWithPassword({
          email: given?.email ?? "",
          password: given?.password ?? "",
          organizationId: given?.organizationId || undefined,
          caller: toCaller(request),
        }),
      ),
  });
}

function demoProvider() {
  return CredentialsProvider({
    id: "demo",
    name: "Demo",
    credentials: { personId: {} },
    authorize: (given, request) => toUser(signInAsDemoPerson(given?.personId ?? "", toCaller(request))),
  });
}

/** Any OpenID Connect provider; `email_verified` is required, because the address is what a membership hangs on. */
function singleSignOn(issuer: string): OAuthConfig<Record<string, unknown>> {
  const { OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  return {
    id: "oidc",
    name: OIDC_NAME,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/u, "")}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    profile: (claims) => ({ id: String(claims.sub) }),
  };
}

/** The framework hands the same `user` object on to the token: that is how the session's id gets there. */
async function admitByProvider(user: User, profile: unknown, request?: Request): Promise<boolean> {
  const claims = (profile ?? {}) as Record<string, unknown>;
  const email = claims.email;
  if (typeof email !== "string") return false;
  const isVerified = claims.email_verified === true;
  const caller = toCaller({ headers: Object.fromEntries(request?.headers ?? []) });
  const result = await signInByProvider({ email, isVerified, issuer: env().OIDC_ISSUER ?? "", caller });
  if (result.outcome !== "signed_in") return false;
  user.sessionId = result.session.sessionId;
  user.organizationId = result.session.organizationId;
  return true;
}

function toCaller(request: Pick<RequestInternal, "headers">): Caller {
  const headers = new Headers(request.headers as Record<string, string>);
  return { address: addressOf(headers), userAgent: headers.get("user-agent") ?? "" };
}

/**
 * null becomes the page's one answer to whatever was wrong; being throttled is told apart. The text of an error thrown
 * here travels in a URL, so a failure is logged and only its kind goes out.
 */
async function toUser(attempt: Promise<SignInResult>) {
  const result = await attempt.catch((error: unknown) => {
    log().error({ err: error }, "sign-in failed");
    throw new Error("unavailable");
  });
  if (result.outcome === "throttled") throw new Error(`throttled:${result.retryAfterSeconds}`);
  if (result.outcome === "refused") return null;
  const { sessionId, organizationId } = result.session;
  return { id: sessionId, sessionId, organizationId };
}
