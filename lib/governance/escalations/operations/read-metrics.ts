import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadOrganization } from "../../identity/store.ts";
import { addDays } from "../../kernel/calendar.ts";
import { periodOf, STANDARD_BUDGETS } from "../budget.ts";
import { loadBudgets } from "../budget-store.ts";
import { datesUntil, onEveryDate } from "../metrics.ts";
import { loadByAge, loadEcosystemUse, loadNoise, loadResponses } from "../metrics-store.ts";
import { MetricsView } from "../metrics-view.ts";

const WEEKS = 12;
const DAYS = 28;

export const readMetrics = defineOperation({
  name: "escalations.read_metrics",
  summary:
    "Open escalations by severity and age, answers against their targets, noise removed per week, budget used per day",
  permission: "escalations.read",
  effect: "read",
  input: z.strictObject({}),
  output: MetricsView,
  async run({ now, tx }) {
    const at = await now();
    const { timeZone: zone } = await loadOrganization(tx);
    const since = addDays(at, -7 * WEEKS);
    const weeks = datesUntil(periodOf("week", { at, zone }), WEEKS, 7);
    const days = datesUntil(periodOf("day", { at, zone }), DAYS, 1);
    const { immediatePerDay, nextBriefingPerDay } =
      (await loadBudgets(tx)).get("ecosystem") ?? STANDARD_BUDGETS.ecosystem;
    const noise = await loadNoise(tx, since, zone);
    const used = await loadEcosystemUse(tx, days[0] ?? "");
    return {
      byAge: await loadByAge(tx, at),
      responses: await loadResponses(tx, since),
      noise: onEveryDate(weeks, noise, ({ week }) => week, quietWeek),
      budget: {
        limits: { immediatePerDay, nextBriefingPerDay },
        days: onEveryDate(days, used, ({ day }) => day, unusedDay),
      },
    };
  },
});

const quietWeek = (week: string) => ({ week, raised: 0, merged: 0, batched: 0, held: 0 });
const unusedDay = (day: string) => ({ day, immediate: 0, nextBriefing: 0 });
