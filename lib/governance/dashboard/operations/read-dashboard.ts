import { defineOperation } from "../../../db/operation.ts";
import { loadSummary } from "../../escalations/queue-store.ts";
import { toRegistrySummary } from "../../registry/summary.ts";
import { Dashboard, NoInput } from "../schema.ts";
import {
  loadAwaitingChair,
  loadBoardStanding,
  loadModelGroups,
  loadOpenLines,
  loadOrganizationCard,
} from "../store.ts";
import { toViewer } from "../viewer.ts";

export const readDashboard = defineOperation({
  name: "dashboard.read_dashboard",
  summary: "The organisation at a glance: models, reviews due, escalations, the board's quorum, pending decisions",
  permission: "dashboard.read",
  effect: "read",
  input: NoInput,
  output: Dashboard,
  async run({ actor, now, tx }) {
    const at = await now();
    const viewer = toViewer(actor);
    const { dueForReview, ...models } = toRegistrySummary(await loadModelGroups(tx, at));
    const pending = [...(await loadOpenLines(tx, viewer, at)), ...(await loadAwaitingChair(tx, viewer, at))];
    return {
      at: at.toISOString(),
      organization: await loadOrganizationCard(tx),
      models,
      reviewsDue: dueForReview,
      escalations: await loadSummary(tx, at),
      board: (await loadBoardStanding(tx, at)).capability,
      pendingDecisions: pending.length,
    };
  },
});
