import { expect, test } from "vitest";
import { toOwnPath } from "./own-path.ts";

test.each([
  { given: "/proposals/PRP-7K3M9Q2A?tab=a#b", path: "/proposals/PRP-7K3M9Q2A?tab=a#b" },
  { given: "https://evil.example/", path: null },
  { given: "//evil.example/", path: null },
  { given: "/\\evil.example/", path: null },
  { given: "/.//evil.example/", path: null },
  { given: "/models/..//evil.example/", path: null },
  { given: "/\t/evil.example", path: null },
  { given: "javascript:alert(1)", path: null },
  { given: "/sign-in?from=/sign-in", path: null },
  { given: "/api/auth/signout", path: null },
  { given: undefined, path: null },
  { given: ["/models"], path: null },
])("[ORG-124] after signing in from `$given` the way leads to $path", ({ given, path }) => {
  expect(toOwnPath(given)).toBe(path);
});
