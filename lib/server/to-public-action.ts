// Opens an operation of permission `public` to somebody who is not signed in: first run, accepting an invitation. The
// actor is anonymous, in the organisation that the act is about.
import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { UnitOfWork } from "../db/unit-of-work.ts";
import type { Operation } from "../governance/kernel/operation.ts";
import type { ActionResult } from "../governance/kernel/problem.ts";
import { invoke } from "./invoke.ts";
import { requireSameOrigin } from "./origin.ts";
import { toProblem } from "./problem.ts";
import { currentRequestId } from "./request.ts";
import { addressOf } from "./throttle.ts";

/** `findOrganization` says which organisation the input is about, or refuses. */
export function toPublicAction<InputSchema extends z.ZodType, OutputSchema extends z.ZodType>(
  operation: Operation<InputSchema, OutputSchema, UnitOfWork>,
  findOrganization: (input: z.input<InputSchema>) => Promise<string>,
): (input: z.input<InputSchema>) => Promise<ActionResult<z.output<OutputSchema>>> {
  return async (input) => {
    const requestId = await currentRequestId();
    try {
      const sent = await headers();
      requireSameOrigin(sent.get("origin"), sent.get("host"));
      const organizationId = await findOrganization(input);
      const actor = { kind: "anonymous", organizationId, address: addressOf(sent) } as const;
      return { ok: true, value: await invoke(operation, { actor, input, requestId }) };
    } catch (error) {
      return { ok: false, problem: toProblem(error, { requestId, operation: operation.name }) };
    }
  };
}
