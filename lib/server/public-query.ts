// Opens a reading operation of permission `public` for a page that nobody has signed in to see.
import "server-only";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { z } from "zod";
import type { UnitOfWork } from "../db/unit-of-work.ts";
import type { Operation } from "../governance/kernel/operation.ts";
import { Refusal } from "../governance/kernel/refusal.ts";
import { invoke } from "./invoke.ts";
import { currentRequestId } from "./request.ts";
import { addressOf } from "./throttle.ts";

export async function publicQuery<InputSchema extends z.ZodType, OutputSchema extends z.ZodType>(
  operation: Operation<InputSchema, OutputSchema, UnitOfWork>,
  organizationId: string,
  input: z.input<InputSchema>,
): Promise<z.output<OutputSchema>> {
  const actor = { kind: "anonymous", organizationId, address: addressOf(await headers()) } as const;
  try {
    return await invoke(operation, { actor, input, requestId: await currentRequestId() });
  } catch (error) {
    if (error instanceof Refusal && error.refusalClass === "not_found") notFound();
    throw error;
  }
}
