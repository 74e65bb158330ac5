// The way into the domain for every door, and for plain Node (command line, seed, jobs, tests): permission, input,
// unit of work, output. A denied attempt is recorded in a transaction of its own (AUD-1).
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { runStatementWork, runUnitOfWork, type UnitOfWork, type WorkScope } from "../db/unit-of-work.ts";
import { type Actor, assessPermission } from "../governance/kernel/actor.ts";
import type { Operation } from "../governance/kernel/operation.ts";
import { rolesWith } from "../governance/kernel/permission.ts";
import { Refusal, refuse } from "../governance/kernel/refusal.ts";
import { findUnstorableText } from "../governance/kernel/text.ts";
import { withinGuesses } from "./guesses.ts";
import { toInvalidInput } from "./problem.ts";

export type Invocation = {
  readonly actor: Actor;
  readonly input: unknown;
  readonly requestId?: string;
};

/** Carries out one operation. Throws a Refusal for every "no"; anything else thrown is a defect. */
export async function invoke<InputSchema extends z.ZodType, OutputSchema extends z.ZodType>(
  operation: Operation<InputSchema, OutputSchema, UnitOfWork>,
  { actor, input, requestId = randomUUID() }: Invocation,
): Promise<z.output<OutputSchema>> {
  try {
    requirePermission(operation, actor);
    const parsed = parseInput(operation, input);
    const scope = { organizationId: actor.organizationId, actor, requestId, effect: operation.effect };
    // The answer is judged before the commit: what goes out as a failure has changed nothing.
    return await withinGuesses({ operation, actor, requestId }, () =>
      carryOut(operation, { ...scope, timeoutMs: operation.timeoutMs }, async (tx, now) =>
        operation.output.parse(await operation.run({ input: parsed, actor, now, tx })),
      ),
    );
  } catch (error) {
    if (isDenial(error) && operation.effect === "write" && actor.kind === "person") {
      await recordDenial(operation.name, error, actor, requestId);
    }
    throw error;
  }
}

type Work<Result> = (tx: UnitOfWork, now: () => Promise<Date>) => Promise<Result>;

function carryOut<Result>({ isOfStatements }: Pick<Operation, "isOfStatements">, scope: WorkScope, work: Work<Result>) {
  // INVARIANT: an operation of statements was declared with a `run` that asks no more of its unit of work (lib/db/operation.ts).
  if (isOfStatements === true) return runStatementWork(scope, (tx, now) => work(tx as UnitOfWork, now));
  return runUnitOfWork(scope, work);
}

function isDenial(error: unknown): error is Refusal {
  return error instanceof Refusal && error.refusalClass === "forbidden";
}

function requirePermission(operation: Operation, actor: Actor): void {
  const verdict = assessPermission(actor, operation);
  if (verdict.outcome === "allowed") return;
  const { name, permission } = operation;
  switch (verdict.reasons[0]?.code) {
    case "kernel.sign_in_required":
      throw refuse("kernel.sign_in_required", {});
    case "kernel.quarantined":
      throw refuse("kernel.quarantined", { operation: name });
    case "kernel.out_of_scope": {
      const scopes = actor.kind === "person" ? (actor.scopes ?? []) : [];
      throw refuse("kernel.out_of_scope", {
        operation: name,
        permission,
        scopes,
      });
    }
    default:
      throw refuse("kernel.not_permitted", {
        operation: name,
        permission,
        roles: rolesWith(permission),
      });
  }
}

function parseInput<InputSchema extends z.ZodType>(
  { input: schema, checksItsTexts }: Pick<Operation<InputSchema>, "input" | "checksItsTexts">,
  input: unknown,
): z.output<InputSchema> {
  const unstorable = checksItsTexts === true ? null : findUnstorableText(input);
  if (unstorable !== null) {
    const message = "Contains characters that cannot be stored (NUL or half a surrogate pair); remove them";
    throw refuse("kernel.invalid_input", { fields: [unstorable] }, [
      { path: unstorable, code: "unstorable_text", message },
    ]);
  }
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw toInvalidInput(parsed.error);
  return parsed.data;
}

/** In a transaction of its own: what was refused has left nothing behind. */
export async function recordDenial(operation: string, denial: Refusal, actor: Actor, requestId: string): Promise<void> {
  await runUnitOfWork({ organizationId: actor.organizationId, actor, requestId, effect: "write" }, async (tx) => {
    await tx.record({
      action: "identity.attempt_denied",
      subject: { type: "operation", reference: operation },
      details: { code: denial.code },
      outcome: "denied",
    });
  });
}
