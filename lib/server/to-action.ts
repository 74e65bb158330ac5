// Opens an operation as a server action. The origin is checked here as well as by the framework, the actor is looked up,
// and a refusal comes back as data so that the form keeps what was typed.
import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { UnitOfWork } from "../db/unit-of-work.ts";
import type { Operation } from "../governance/kernel/operation.ts";
import type { ActionResult } from "../governance/kernel/problem.ts";
import { refuse } from "../governance/kernel/refusal.ts";
import { invoke } from "./invoke.ts";
import { requireOwnOrigin } from "./origin.ts";
import { toProblem } from "./problem.ts";
import { currentActor, currentRequestId } from "./request.ts";

export function toAction<InputSchema extends z.ZodType, OutputSchema extends z.ZodType>(
  operation: Operation<InputSchema, OutputSchema, UnitOfWork>,
): (input: z.input<InputSchema>) => Promise<ActionResult<z.output<OutputSchema>>> {
  return async (input) => {
    const requestId = await currentRequestId();
    try {
      const actor = await currentActor();
      await requireOwnOrigin(await headers(), { actor, operation: operation.name, requestId });
      if (actor === null) throw refuse("kernel.sign_in_required", {});
      return {
        ok: true,
        value: await invoke(operation, { actor, input, requestId }),
      };
    } catch (error) {
      return {
        ok: false,
        problem: toProblem(error, { requestId, operation: operation.name }),
      };
    }
  };
}
