// What the charts of attention are drawn from (ESC-141).
import { z } from "zod";
import { Limits } from "./budget-view.ts";
import { Severity } from "./schema.ts";

export const Age = z
  .enum(["under_4", "under_24", "under_72", "older"])
  .meta({ description: "Hours since it was raised" });
export type Age = z.infer<typeof Age>;

export const MetricsView = z.strictObject({
  byAge: z.array(z.strictObject({ severity: Severity, age: Age, count: z.int() })),
  /** Of the last twelve weeks. */
  responses: z.array(
    z.strictObject({
      severity: Severity,
      raised: z.int(),
      acknowledged: z.int(),
      resolved: z.int(),
      inTime: z.int(),
      medianHoursToAcknowledge: z.number().nullable(),
      medianHoursToResolve: z.number().nullable(),
      targetHours: z.number(),
    }),
  ),
  /** Every one of twelve weeks, named by its Monday. */
  noise: z.array(
    z.strictObject({ week: z.iso.date(), raised: z.int(), merged: z.int(), batched: z.int(), held: z.int() }),
  ),
  /** Of the ecosystem, on every one of four weeks' days. */
  budget: z.strictObject({
    limits: Limits.pick({ immediatePerDay: true, nextBriefingPerDay: true }),
    days: z.array(z.strictObject({ day: z.iso.date(), immediate: z.int(), nextBriefing: z.int() })),
  }),
});
export type MetricsView = z.infer<typeof MetricsView>;
