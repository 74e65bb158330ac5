import { NextRequest } from "next/server";
import { describe, expect, test } from "vitest";
import { withEnvironment } from "./lib/testing/environment.ts";
import { proxy } from "./proxy.ts";

const ENVIRONMENT = {
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  NEXTAUTH_SECRET: "a-secret-that-only-tests-know-0123456789",
  GAVEL_AUDIT_KEY: Buffer.alloc(48).toString("base64"),
  NODE_ENV: "production",
  APP_URL: "http://127.0.0.1:3000",
};
const COOKIE = { cookie: "next-auth.session-token=abc" };

function ask(path: string, init: { method?: string; headers?: Record<string, string> } = {}, more = {}) {
  return withEnvironment({ ...ENVIRONMENT, ...more }, async () =>
    proxy(new NextRequest(new Request(`http://127.0.0.1:3000${path}`, init))),
  );
}

function nonceOf(response: Response): string {
  return (
    /script-src 'nonce-([^']+)' 'strict-dynamic';/u.exec(response.headers.get("content-security-policy") ?? "")?.[1] ??
    ""
  );
}

describe("every answer", () => {
  test("[ORG-125] a page has a nonce of its own, given to the renderer, and no eval", async () => {
    const [one, other] = [await ask("/models", { headers: COOKIE }), await ask("/models", { headers: COOKIE })];
    expect(nonceOf(one)).toMatch(/^[A-Za-z0-9+/]{22}==$/u);
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(one.headers.get("x-middleware-request-x-nonce")).toBe(nonceOf(one));
    expect(one.headers.get("content-security-policy")).not.toContain("unsafe-eval");
    expect(one.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(one.headers.get("x-request-id")).not.toBe(other.headers.get("x-request-id"));
  });

  test("[ORG-125] a caller's own nonce, request id and path are replaced", async () => {
    const forged = { ...COOKIE, "x-nonce": "mine", "x-request-id": "mine", "x-path": "//evil.example" };
    const response = await ask("/models?q=1", { headers: forged });
    expect(response.headers.get("x-middleware-request-x-nonce")).toBe(nonceOf(response));
    expect(response.headers.get("x-middleware-request-x-request-id")).toBe(response.headers.get("x-request-id"));
    expect(response.headers.get("x-request-id")).not.toBe("mine");
    expect(response.headers.get("x-middleware-request-x-path")).toBe("/models?q=1");
  });

  test("[ORG-125] the interface is no page: nothing may be loaded from its answers", async () => {
    const response = await ask("/api/governance/models");
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test.each([
    { name: "over https", APP_URL: "https://board.example.org", expected: "max-age=31536000; includeSubDomains" },
    { name: "over http", APP_URL: "http://127.0.0.1:3000", expected: null },
  ])("[ORG-125] $name strict transport security is $expected", async ({ APP_URL, expected }) => {
    const response = await ask("/models", { headers: COOKIE }, { APP_URL });
    expect(response.headers.get("strict-transport-security")).toBe(expected);
  });
});

describe("without a session cookie", () => {
  test.each([
    { path: "/", to: "/sign-in" },
    { path: "/proposals/PRP-7K3M9Q2A?tab=why", to: "/sign-in?from=%2Fproposals%2FPRP-7K3M9Q2A%3Ftab%3Dwhy" },
    { path: "/invitation", to: "/sign-in?from=%2Finvitation" },
    { path: "/sign-in-elsewhere", to: "/sign-in?from=%2Fsign-in-elsewhere" },
  ])("[ORG-125] `$path` leads to `$to`", async ({ path, to }) => {
    const response = await ask(path);
    expect(response.status).toBe(307);
    const { pathname, search } = new URL(response.headers.get("location") ?? "", "http://own.invalid");
    expect(`${pathname}${search}`).toBe(to);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test.each(["/sign-in", "/first-run", "/invitation/abc", "/api/health"])("[ORG-125] `%s` is open", async (path) => {
    expect((await ask(path)).headers.get("location")).toBeNull();
  });

  test("[ORG-125] a form that is sent is answered by the door, not led away", async () => {
    expect((await ask("/models", { method: "POST" })).headers.get("location")).toBeNull();
  });

  test.each(["next-auth.session-token.0", "__Secure-next-auth.session-token"])(
    "[ORG-125] `%s` counts as one",
    async (name) => {
      expect((await ask("/models", { headers: { cookie: `${name}=abc` } })).headers.get("location")).toBeNull();
    },
  );
});
