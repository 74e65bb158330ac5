// Turns whatever was thrown into the one answer that leaves the house, and logs what was not a refusal, once.
import type { z } from "zod";
import { isDatabaseAway, isWorthRetrying } from "../db/database-error.ts";
import type { Problem } from "../governance/kernel/problem.ts";
import { type FieldError, Refusal, refuse } from "../governance/kernel/refusal.ts";
import { log } from "./log.ts";

/** Every field that did not parse, as one refusal. */
export function toInvalidInput(error: z.ZodError): Refusal {
  const errors = error.issues.flatMap((issue) => toFieldErrors(issue));
  const fields = [...new Set(errors.map((field) => field.path || "(the whole input)"))];
  return refuse("kernel.invalid_input", { fields }, errors);
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: path === "" ? key : `${path}.${key}`,
      code: "unknown_field",
      message: `\`${key}\` is not a known field; remove it`,
    }));
  }
  return [{ path, code: issue.code, message: issue.message }];
}

/** A refusal as it is; a database that is away as 503; everything else as a generic 500 with its cause in the log. */
export function toProblem(error: unknown, context: { requestId: string; operation: string }): Problem {
  if (error instanceof Refusal) return describeRefusal(error, context.requestId);
  log().error({ err: error, ...context }, "operation failed");
  // What is worth doing again was done again, to no avail: too many want the same at once.
  if (isDatabaseAway(error) || isWorthRetrying(error))
    return describeRefusal(refuse("kernel.database_away", {}), context.requestId);
  return {
    type: "about:blank",
    title: "Something went wrong here",
    status: 500,
    code: "kernel.internal",
    detail: "Nothing was changed. The cause is in the server's log under this request id",
    hint: null,
    facts: {},
    errors: [],
    requestId: context.requestId,
  };
}

export type ProblemAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** problem+json with the status of the refusal; 429 and 503 say when to come back. */
export function toProblemAnswer(error: unknown, context: { requestId: string; operation: string }): ProblemAnswer {
  const problem = toProblem(error, context);
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "x-request-id": context.requestId,
    "cache-control": "no-store",
  };
  if (problem.status === 401) headers["www-authenticate"] = 'Bearer realm="gavel"';
  if (problem.status === 429 || problem.status === 503) {
    const seconds = error instanceof Refusal ? error.facts.retryAfterSeconds : undefined;
    headers["retry-after"] = String(typeof seconds === "number" ? seconds : 5);
  }
  return { status: problem.status, headers, body: JSON.stringify(problem) };
}

function describeRefusal(refusal: Refusal, requestId: string): Problem {
  return {
    type: `urn:gavel:refusal:${refusal.code}`,
    title: refusal.title,
    status: refusal.status,
    code: refusal.code,
    detail: refusal.detail,
    hint: refusal.hint,
    facts: { ...refusal.facts },
    errors: [...refusal.errors],
    requestId,
  };
}
