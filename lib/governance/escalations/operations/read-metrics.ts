import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadOrganization } from "../../identity/store.ts";
import { addDays } from "../../kernel/calendar.ts";
import { loadByAge, loadNoise, loadResponses } from "../metrics-store.ts";
import { Severity } from "../schema.ts";

const WEEKS = 12;

export const readMetrics = defineOperation({
  name: "escalations.read_metrics",
  summary: "Open escalations by severity and age, answers against their targets, noise removed per week",
  permission: "escalations.read",
  effect: "read",
  input: z.strictObject({}),
  output: z.strictObject({
    byAge: z.array(
      z.strictObject({
        severity: Severity,
        age: z.enum(["under_4", "under_24", "under_72", "older"]).meta({ description: "Hours since it was raised" }),
        count: z.int(),
      }),
    ),
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
    noise: z.array(
      z.strictObject({ week: z.string(), raised: z.int(), merged: z.int(), batched: z.int(), held: z.int() }),
    ),
  }),
  async run({ now, tx }) {
    const at = await now();
    const since = addDays(at, -7 * WEEKS);
    const { timeZone } = await loadOrganization(tx);
    return {
      byAge: await loadByAge(tx, at),
      responses: await loadResponses(tx, since),
      noise: await loadNoise(tx, since, timeZone),
    };
  },
});
