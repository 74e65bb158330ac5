// Answers "what does a person or a program see when something was refused?": RFC 9457 problem details. Browser-safe.
import { z } from "zod";

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  hint: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
  requestId: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** What a server action answers: the value, or the problem with its fields. */
export type ActionResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };
