import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KEY_SCOPES, Role, rolesWith } from "../kernel/permission.ts";
import { assessScopes, deriveGrantableScopes } from "./key-scope.ts";

const roles = fc.subarray([...Role.options]);
const scopes = fc.option(fc.subarray([...KEY_SCOPES]), { nil: null });

describe("scopes of a key", () => {
  test("[ORG-109] every grantable scope is carried by a held role and by the asking key", () => {
    fc.assert(
      fc.property(roles, scopes, (held, keyScopes) => {
        for (const scope of deriveGrantableScopes({ roles: held, scopes: keyScopes })) {
          expect(rolesWith(scope).some((role) => held.includes(role))).toBe(true);
          expect(keyScopes?.includes(scope) ?? true).toBe(true);
        }
      }),
    );
  });

  test("[ORG-109] more roles never grant less; an asking key never grants more", () => {
    fc.assert(
      fc.property(roles, roles, scopes, (some, more, keyScopes) => {
        const few = deriveGrantableScopes({ roles: some, scopes: keyScopes });
        const many = deriveGrantableScopes({ roles: [...some, ...more], scopes: keyScopes });
        expect(many).toEqual(expect.arrayContaining([...few]));
        expect(deriveGrantableScopes({ roles: some, scopes: null })).toEqual(expect.arrayContaining([...few]));
      }),
    );
  });

  test("[ORG-109] nobody is granted what only the system may do", () => {
    const all = deriveGrantableScopes({ roles: Role.options, scopes: null });
    expect(all).not.toContain("system.run");
    expect(all).not.toContain("public");
  });

  test.each([
    { name: "all held", wanted: ["a", "b"], outcome: "granted", named: ["a", "b"] },
    { name: "one not held", wanted: ["a", "x"], outcome: "refused", named: ["x"] },
    { name: "one not held, twice", wanted: ["x", "x"], outcome: "refused", named: ["x"] },
  ])("[ORG-109] $name", ({ wanted, outcome, named }) => {
    const verdict = assessScopes(wanted, ["a", "b"]);
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.reasons[0]?.facts).toEqual({ scopes: named });
  });
});
