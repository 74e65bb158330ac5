import { describe, expect, test } from "vitest";
import { parseEnvironment } from "./env.ts";

const complete = {
  DATABASE_URL: "postgresql://gavel_app:secret@127.0.0.1:5432/gavel",
  NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
  GAVEL_AUDIT_KEY: "MC4CAQAwBQYDK2VwBCIEIHUAoKUhoJMuvzHXVvjJt0VqZ6x1mFhTtVt5b1a4rH9M",
};

describe("the environment", () => {
  test("is complete with a database, a secret and a signing key; the rest has defaults", () => {
    expect(parseEnvironment(complete)).toMatchObject({
      APP_URL: "http://127.0.0.1:3000",
      DEMO_MODE: false,
      JOBS: "inline",
      LOG_LEVEL: "info",
      SWEEP_EVERY_MS: 5000,
    });
  });

  test.each([
    ["a database of another kind", { DATABASE_URL: "mysql://localhost/x" }, /DATABASE_URL: write it as postgresql/],
    ["no secret", { NEXTAUTH_SECRET: undefined }, /NEXTAUTH_SECRET: is not set/],
    ["an empty secret counts as none", { NEXTAUTH_SECRET: "" }, /NEXTAUTH_SECRET: is not set/],
    ["a short secret", { NEXTAUTH_SECRET: "short" }, /NEXTAUTH_SECRET: give at least 32/],
    [
      "a signing key that is no base64",
      { GAVEL_AUDIT_KEY: "not base64 at all, and it is quite long" },
      /GAVEL_AUDIT_KEY/,
    ],
    ["an unknown way to run jobs", { JOBS: "sometimes" }, /JOBS/],
    ["a sweep that never rests", { SWEEP_EVERY_MS: "0" }, /SWEEP_EVERY_MS/],
    ["a sweep that is no number", { SWEEP_EVERY_MS: "often" }, /SWEEP_EVERY_MS/],
    ["an address with another protocol", { APP_URL: "ftp://example.org" }, /APP_URL: write it as http/],
    ["half a single sign-on", { OIDC_ISSUER: "https://id.example.org" }, /OIDC_CLIENT_SECRET/],
  ])("stops the start and names the variable: %s", (_name, change, expected) => {
    expect(() => parseEnvironment({ ...complete, ...change })).toThrow(expected);
  });

  test("names every bad variable at once", () => {
    expect(() => parseEnvironment({})).toThrow(/DATABASE_URL[\s\S]*NEXTAUTH_SECRET[\s\S]*GAVEL_AUDIT_KEY/);
  });

  test("links use the sign-in address when no other is given", () => {
    expect(parseEnvironment({ ...complete, NEXTAUTH_URL: "https://gavel.example" }).APP_URL).toBe(
      "https://gavel.example",
    );
  });
});
