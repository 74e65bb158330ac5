// Describes the HTTP interface as OpenAPI 3.1, made from the routes and the operations' own schemas (api.md). Nothing is
// written twice: what the document says is what the door parses and answers.
import { z } from "zod";
import type { Operation } from "../governance/kernel/operation.ts";
import { rolesWith } from "../governance/kernel/permission.ts";
import { Problem } from "../governance/kernel/problem.ts";
import type { HttpRoute } from "./http-routes.ts";
import {
  type DescribedOperation,
  type JsonSchema,
  type OpenApiDocument,
  type Parameter,
  problemResponse,
  SIGNED_IN,
} from "./openapi-document.ts";
import { HAND_MADE_PATHS } from "./openapi-hand-made.ts";

export const HTTP_PREFIX = "/api/governance";

const BRANCHES = ["anyOf", "oneOf", "allOf"] as const;

const DESCRIPTION = `Everything the browser can do, for agents, scripts and other systems. Authenticate with
\`Authorization: Bearer <key>\`; a key never goes into a URL. Every "no" is \`application/problem+json\` with a stable
\`code\`, the facts and, for invalid input, the fields. Lists answer \`{ items, nextCursor }\`: pass \`nextCursor\` as
\`cursor\` to go on. Instants are ISO 8601 in UTC; ratios are numbers from 0 to 1; exact fractions have a numerator and a
denominator.`.replaceAll("\n", " ");

export function toOpenApi(routes: readonly HttpRoute[], version: string): OpenApiDocument {
  const definitions: JsonSchema = {};
  const paths: Record<string, Record<string, DescribedOperation>> = {};
  for (const route of routes) {
    const path = `${HTTP_PREFIX}${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route, definitions) };
  }
  for (const [path, methods] of Object.entries(HAND_MADE_PATHS)) paths[path] = { ...paths[path], ...methods };
  const tags = new Set(Object.values(paths).flatMap((methods) => Object.values(methods).flatMap(({ tags }) => tags)));
  return {
    openapi: "3.1.0",
    info: { title: "Gavel", version, description: DESCRIPTION },
    servers: [{ url: "/" }],
    tags: [...tags].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: toSchema(Problem, "output", "problem", definitions), ...definitions },
      responses: PROBLEM_RESPONSES,
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "An API key: gov_<id>_<secret><checksum>" },
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token", description: "A signed-in browser" },
      },
    },
  };
}

function describeRoute(route: HttpRoute, definitions: JsonSchema): DescribedOperation {
  const { method, path, operation } = route;
  const status = route.status ?? 200;
  const input = toSchema(operation.input, "input", operation.name, definitions);
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? "");
  const isRead = method === "GET";
  const parameters = toParameters(input, names, isRead);
  return {
    operationId: operation.name,
    summary: operation.summary,
    description: describePermission(operation),
    tags: [operation.name.split(".")[0] ?? ""],
    security: operation.permission === "public" ? [] : SIGNED_IN,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(isRead ? {} : { requestBody: toRequestBody(input, names) }),
    responses: {
      [status]: {
        description: status === 201 ? "Created" : "Done",
        content: { "application/json": { schema: toSchema(operation.output, "output", operation.name, definitions) } },
      },
      ...problemsOf(operation, names.length > 0),
    },
  };
}

function describePermission({ permission }: Operation): string {
  if (permission === "public") return "For everybody.";
  return `Permission (and key scope) \`${permission}\`: ${rolesWith(permission).join(", ") || "the system only"}.`;
}

/** The fields of an object; of a union those of all its branches. */
function propertiesOf(input: JsonSchema): [string, JsonSchema][] {
  const own = Object.entries((input.properties ?? {}) as Record<string, JsonSchema>);
  const inBranches = BRANCHES.flatMap((branch) => ((input[branch] ?? []) as JsonSchema[]).flatMap(propertiesOf));
  return [...own, ...inBranches];
}

function requiredOf(input: JsonSchema): readonly string[] {
  return (input.required ?? []) as string[];
}

function toParameters(input: JsonSchema, inPath: readonly string[], isRead: boolean): Parameter[] {
  const known = new Map(propertiesOf(input));
  const path = inPath.map(
    (name): Parameter => ({ name, in: "path", required: true, schema: known.get(name) ?? { type: "string" } }),
  );
  if (!isRead) return path;
  const query = [...known].filter(([name]) => !inPath.includes(name));
  return [
    ...path,
    ...query.map(
      ([name, { description, ...schema }]): Parameter => ({
        name,
        in: "query",
        required: requiredOf(input).includes(name),
        ...(typeof description === "string" ? { description } : {}),
        schema,
      }),
    ),
  ];
}

/** What the path names is no part of the body. */
function toRequestBody(input: JsonSchema, inPath: readonly string[]): JsonSchema {
  const schema = withoutFields(input, inPath);
  const isOptional = schema.type === "object" && requiredOf(schema).length === 0;
  return { required: !isOptional, content: { "application/json": { schema } } };
}

function withoutFields(schema: JsonSchema, names: readonly string[]): JsonSchema {
  const kept: JsonSchema = { ...schema };
  if (kept.properties !== undefined) {
    const own = Object.entries(kept.properties as JsonSchema);
    kept.properties = Object.fromEntries(own.filter(([name]) => !names.includes(name)));
  }
  const required = requiredOf(schema).filter((name) => !names.includes(name));
  if (required.length > 0) kept.required = required;
  else delete kept.required;
  for (const branch of BRANCHES) {
    const options = schema[branch];
    if (Array.isArray(options)) kept[branch] = options.map((option: JsonSchema) => withoutFields(option, names));
  }
  return kept;
}

/** A zod schema as JSON Schema. Its local definitions move to the document's, under a name of their own. */
export function toSchema(schema: z.ZodType, io: "input" | "output", name: string, definitions: JsonSchema): JsonSchema {
  const { $schema: _dialect, $defs: local, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  const prefix = `${name}.${io}`;
  for (const [key, definition] of Object.entries(local ?? {})) {
    definitions[`${prefix}.${key}`] = renameReferences(definition, prefix);
  }
  return renameReferences(rest, prefix) as JsonSchema;
}

function renameReferences(value: unknown, prefix: string): unknown {
  if (Array.isArray(value)) return value.map((each) => renameReferences(each, prefix));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      if (key !== "$ref" || typeof child !== "string") return [key, renameReferences(child, prefix)];
      return [key, child.replace(/^#\/\$defs\//u, `#/components/schemas/${prefix}.`)];
    }),
  );
}

const PROBLEMS: Readonly<Record<string, string>> = {
  400: "Malformed: not JSON, an unknown query parameter, too large",
  401: "Not signed in, or the key does not hold",
  403: "Known, but not permitted",
  404: "Not there for this organisation",
  409: "Not possible in the present state",
  422: "Values that need attention; `errors` names the fields",
  429: "Too many tries; `Retry-After` says when to come back",
  503: "The database is away; `Retry-After` says when to come back",
};

const PROBLEM_RESPONSES = Object.fromEntries(
  Object.entries(PROBLEMS).map(([status, description]) => [
    `Problem${status}`,
    {
      description,
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      ...(status === "429" || status === "503"
        ? { headers: { "Retry-After": { schema: { type: "integer" }, description: "Seconds" } } }
        : {}),
    },
  ]),
);

function problemsOf({ effect, permission }: Operation, hasParameters: boolean): Record<string, JsonSchema> {
  const statuses = Object.keys(PROBLEMS).filter((status) => {
    if (status === "404") return hasParameters;
    if (status === "409") return effect === "write";
    if (status === "401" || status === "403") return permission !== "public";
    return true;
  });
  return Object.fromEntries(statuses.map((status) => [status, problemResponse(status)]));
}
