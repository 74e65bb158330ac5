import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { HTTP_ROUTES } from "./http-routes.ts";
import { HTTP_PREFIX, toOpenApi, toSchema } from "./openapi.ts";
import { HAND_MADE_PATHS } from "./openapi-hand-made.ts";

const root = new URL("../../", import.meta.url).pathname;
const document = toOpenApi(HTTP_ROUTES, "1.2.3");
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ key: `${method.toUpperCase()} ${path}`, operation })),
);
const CATCH_ALL = "app/api/governance/[...path]/route.ts";
const SIGN_IN = "app/api/auth/[...nextauth]/route.ts";

/** `METHOD /path` of every route file of its own. */
function handMadeRoutes(): string[] {
  return globSync("app/api/**/route.ts", { cwd: root })
    .filter((file) => file !== CATCH_ALL && file !== SIGN_IN)
    .flatMap((file) => {
      const path = file
        .replace(/^app/u, "")
        .replace(/\/route\.ts$/u, "")
        .replaceAll(/\[(\w+)\]/gu, "{$1}");
      const source = readFileSync(`${root}${file}`, "utf8");
      const exported =
        /^export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b|\bas (GET|POST|PUT|PATCH|DELETE)\b/gmu;
      return [...source.matchAll(exported)].map((match) => `${match[1] ?? match[2]} ${path}`);
    });
}

describe("the OpenAPI document", () => {
  test("describes every route of the table and every route file, and nothing else", () => {
    const table = HTTP_ROUTES.map((route) => `${route.method} ${HTTP_PREFIX}${route.path}`);
    // A route file may open an operation of the table in its own way (the public checkpoint): one description for both.
    expect(described.map(({ key }) => key).sort()).toEqual([...new Set([...table, ...handMadeRoutes()])].sort());
  });

  test("nothing is described twice", () => {
    const handMade = Object.keys(HAND_MADE_PATHS);
    expect(HTTP_ROUTES.map((route) => `${HTTP_PREFIX}${route.path}`).filter((path) => handMade.includes(path))).toEqual(
      [],
    );
  });

  test("names each operation once, with its area as tag and a summary", () => {
    const ids = described.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { operation } of described) {
      expect(operation.summary.length, operation.operationId).toBeGreaterThan(5);
      expect(operation.tags).toEqual([operation.operationId.split(".")[0]]);
    }
  });

  test("every parameter of a path is described, and is a field of the operation's input", () => {
    for (const route of HTTP_ROUTES) {
      const names = [...route.path.matchAll(/\{(\w+)\}/gu)].map((match) => match[1]);
      const operation = document.paths[`${HTTP_PREFIX}${route.path}`]?.[route.method.toLowerCase()];
      const inPath = (operation?.parameters ?? []).filter((parameter) => parameter.in === "path");
      expect(
        inPath.map((parameter) => parameter.name),
        route.path,
      ).toEqual(names);
      const input = JSON.stringify(toSchema(route.operation.input, "input", "test", {}));
      for (const name of names) expect(input, `${route.method} ${route.path}`).toContain(`"${name}":{`);
      expect(JSON.stringify(operation?.requestBody ?? {})).not.toContain(`"${names[0]}":{`);
    }
  });

  test("every reference leads somewhere", () => {
    const targets = new Set<string>();
    JSON.stringify(document, (key, value) => {
      if (key === "$ref") targets.add(String(value));
      return value;
    });
    for (const target of targets) {
      const found = target
        .split("/")
        .slice(1)
        .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
      expect(found, target).toBeDefined();
    }
    expect(targets.size).toBeGreaterThan(3);
  });

  test("says who may, and what a refusal looks like", () => {
    const operation = document.paths["/api/governance/actions/{reference}"]?.patch;
    expect(operation).toMatchObject({
      operationId: "meetings.change_action",
      security: [{ key: [] }, { session: [] }],
      requestBody: { required: true, content: { "application/json": { schema: { required: ["act"] } } } },
    });
    expect(operation?.description).toContain("meetings.act");
    const statuses = Object.keys(operation?.responses ?? {});
    expect(statuses).toEqual(["200", "400", "401", "403", "404", "409", "422", "429", "503"]);
    expect(document.components.responses).toMatchObject({
      Problem422: { content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
    });
  });

  test("lists page the same way: a limit of at most 200, 50 when left out, and a cursor", () => {
    const lists = described.filter(({ operation }) => operation.parameters?.some(({ name }) => name === "cursor"));
    expect(lists.length).toBeGreaterThan(2);
    for (const { key, operation } of lists) {
      const limit = operation.parameters?.find((parameter) => parameter.name === "limit");
      expect(limit?.schema, key).toMatchObject({ type: "integer", maximum: 200, default: 50 });
    }
  });
});
