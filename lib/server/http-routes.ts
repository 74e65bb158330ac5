// Every HTTP route below /api/governance: method, path, operation. The door, the OpenAPI document and the drift test read it.
import type { Operation } from "../governance/kernel/operation.ts";

export type HttpRoute = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  /** `{name}` marks a parameter, which becomes the input field of that name. */
  readonly path: string;
  readonly operation: Operation;
  readonly status?: 201;
};

export const HTTP_ROUTES: readonly HttpRoute[] = [];

export type FoundRoute = {
  readonly route: HttpRoute;
  readonly parameters: Readonly<Record<string, string>>;
};

/** The route for a method and path; literal segments beat parameters. */
export function findRoute(method: string, segments: readonly string[]): FoundRoute | null {
  const matches = HTTP_ROUTES.flatMap((route) => {
    const parameters = route.method === method ? matchPath(route.path, segments) : null;
    return parameters === null ? [] : [{ route, parameters }];
  });
  matches.sort((a, b) => Object.keys(a.parameters).length - Object.keys(b.parameters).length);
  return matches[0] ?? null;
}

function matchPath(path: string, segments: readonly string[]): Record<string, string> | null {
  const pattern = path.split("/").slice(1);
  if (pattern.length !== segments.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? "";
    const name = /^\{(\w+)\}$/u.exec(part)?.[1];
    if (name !== undefined) parameters[name] = segment;
    else if (part !== segment) return null;
  }
  return parameters;
}
