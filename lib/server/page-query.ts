// Opens a reading operation for a page: sends strangers to sign-in, turns "not there" and "not permitted" into their
// pages, and lets every other refusal reach the nearest error page.
import "server-only";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import type { z } from "zod";
import type { UnitOfWork } from "../db/unit-of-work.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import type { Operation } from "../governance/kernel/operation.ts";
import { Refusal } from "../governance/kernel/refusal.ts";
import { invoke } from "./invoke.ts";
import { toProblem } from "./problem.ts";
import { currentActor, currentRequestId } from "./request.ts";

/** The signed-in person, or the sign-in page, which leads back here. */
export async function requireActor(): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor !== null) return actor;
  const from = (await headers()).get("x-path") ?? "/";
  redirect(from === "/" ? "/sign-in" : `/sign-in?from=${encodeURIComponent(from)}`);
}

export async function pageQuery<InputSchema extends z.ZodType, OutputSchema extends z.ZodType>(
  operation: Operation<InputSchema, OutputSchema, UnitOfWork>,
  input: z.input<InputSchema>,
): Promise<z.output<OutputSchema>> {
  const actor = await requireActor();
  const requestId = await currentRequestId();
  try {
    return await invoke(operation, { actor, input, requestId });
  } catch (error) {
    if (error instanceof Refusal && error.refusalClass === "not_found") notFound();
    if (error instanceof Refusal && error.refusalClass === "forbidden") forbidden();
    const problem = toProblem(error, { requestId, operation: operation.name });
    throw new Error(`${problem.title}: ${problem.detail}`, { cause: error });
  }
}
