import { defineOperation } from "../../../db/operation.ts";
import { addMonths } from "../../kernel/calendar.ts";
import { toModelPictures } from "../model-picture.ts";
import { loadBandedGroups, loadParticipation, loadReviewLoad, loadRiskOverTime } from "../picture-store.ts";
import { NoInput, Pictures } from "../schema.ts";
import { loadOrganizationCard } from "../store.ts";
import { riskInstants, weekStarts } from "../week.ts";

const RISK_WEEKS = 26;
const REVIEW_WEEKS = 12;
const PARTICIPATION_MONTHS = 12;

export const readPictures = defineOperation({
  name: "dashboard.read_pictures",
  summary:
    "The figures behind the charts: risk over time and by band, models by tier and status, reviews, participation",
  permission: "dashboard.read",
  effect: "read",
  input: NoInput,
  output: Pictures,
  async run({ now, tx }) {
    const at = await now();
    const { timeZone } = await loadOrganizationCard(tx);
    const since = addMonths(at, -PARTICIPATION_MONTHS);
    return {
      at: at.toISOString(),
      timeZone,
      riskOverTime: await loadRiskOverTime(tx, riskInstants(at, timeZone, RISK_WEEKS)),
      ...toModelPictures(await loadBandedGroups(tx)),
      reviews: await loadReviewLoad(tx, weekStarts(at, timeZone, 0, REVIEW_WEEKS + 1), at),
      participation: { since: since.toISOString(), members: await loadParticipation(tx, since, at) },
    };
  },
});
