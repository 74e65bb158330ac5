// Answers "how does the browser read live data?": one client, one way to fetch JSON, one key per query.
import { QueryClient, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { Problem } from "../governance/kernel/problem.ts";

/** A request the server refused, with what it said. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

async function readProblem(response: Response): Promise<Problem> {
  const parsed = Problem.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data;
  const title = `The server answered ${response.status}`;
  return {
    type: "about:blank",
    title,
    status: response.status,
    code: "client.unreadable_answer",
    detail: title,
    hint: null,
    facts: {},
    errors: [],
    requestId: "",
  };
}

/** Reads JSON of this origin and validates it; throws `ProblemError` when the server refuses. */
export async function fetchJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  signal?: AbortSignal,
): Promise<z.output<Schema>> {
  const response = await fetch(path, { headers: { accept: "application/json" }, credentials: "same-origin", signal });
  if (!response.ok) throw new ProblemError(await readProblem(response));
  return schema.parse(await response.json());
}

/** One definition for page and hook: `useQuery(liveQuery(["proposal", ref], path, Schema))`. */
export function liveQuery<Schema extends z.ZodType>(key: readonly string[], path: string, schema: Schema) {
  return queryOptions({
    queryKey: [...key],
    queryFn: ({ signal }) => fetchJson(path, schema, signal),
  });
}

/** A refusal will be refused again; only an unreachable or failing server is worth a second try. */
function isWorthRetrying(failures: number, error: Error): boolean {
  if (error instanceof ProblemError && error.problem.status < 500) return false;
  return failures < 2;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 15_000, retry: isWorthRetrying, refetchOnWindowFocus: true } },
  });
}
