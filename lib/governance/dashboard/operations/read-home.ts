import { defineOperation } from "../../../db/operation.ts";
import { type Actor, hasRole } from "../../kernel/actor.ts";
import type { StoredAllegation } from "../../voting/allegation-store.ts";
import { loadAllegationsToRule } from "../../voting/ruling-store.ts";
import { countEscalationsToAnswer } from "../attention-store.ts";
import { SHOWN, toChairQueue, toListing, toProvisional } from "../chair-queue.ts";
import { loadProvisional, loadRecentDecisions } from "../decision-line-store.ts";
import { deriveHeadline } from "../headline.ts";
import { loadRenewals } from "../renewal-store.ts";
import { Home, NoInput } from "../schema.ts";
import { deriveSetUp, planFirstSteps } from "../set-up.ts";
import {
  loadAwaitingChair,
  loadBoardStanding,
  loadFollowUps,
  loadHousekeeping,
  loadModelGroups,
  loadOpenLines,
  loadOrganizationCard,
  loadOwned,
  loadRecordFigures,
  loadVotesNeeded,
} from "../store.ts";
import { toViewer } from "../viewer.ts";

const RECENT_DECISIONS = 5;
const NO_FOLLOW_UPS = { total: 0, overdue: 0, items: [] };

export const readHome = defineOperation({
  name: "dashboard.read_home",
  summary: "What needs you, in the order in which it presses, and what was decided lately",
  permission: "dashboard.read",
  effect: "read",
  input: NoInput,
  output: Home,
  async run({ actor, now, tx }) {
    const at = await now();
    const viewer = toViewer(actor);
    const board = await loadBoardStanding(tx, at);
    const open = await loadOpenLines(tx, viewer, at);
    const models = (await loadModelGroups(tx, at)).reduce((total, group) => total + group.count, 0);
    const votes = toListing(await loadVotesNeeded(tx, viewer, at));
    const rulings = toRulings(await loadAllegationsToRule(tx, actor, at));
    const followUps = viewer.userId === null ? NO_FOLLOW_UPS : await loadFollowUps(tx, { userId: viewer.userId }, at);
    const owner = viewer.userId === null ? null : await loadOwned(tx, viewer.userId, at);
    const hears = (["chair", "board_member", "admin"] as const).some((role) => hasRole(actor, role));
    const provisional = hears ? await loadProvisional(tx) : null;
    const chair = hasRole(actor, "chair")
      ? toChairQueue(
          open,
          await loadAwaitingChair(tx, viewer, at),
          await loadFollowUps(tx, "overdue", at),
          await loadRenewals(tx, at),
          provisional ?? [],
        )
      : null;
    const setUp = hasRole(actor, "admin")
      ? deriveSetUp({ ...(await loadHousekeeping(tx, at)), vacantRequiredRoles: board.vacantRequiredRoles })
      : null;
    const record = hasRole(actor, "auditor") ? await loadRecordFigures(tx) : null;
    const headline = deriveHeadline({
      votes: { total: votes.total, nextDeadlineAt: votes.items[0]?.deadlineAt ?? null },
      chairMatters: chair === null ? null : countMatters(chair),
      escalations: chair === null ? null : await countEscalationsToAnswer(tx),
      rulings: rulings.total,
      owner,
      overdueFollowUps: followUps.overdue,
      setUp: setUp?.length ?? null,
      entries: record?.entries ?? null,
      models,
      openProposals: open.length,
    });
    const firstSteps = planFirstSteps({ models, isBoardComplete: isComplete(board), roles: rolesOf(actor) });
    return {
      at: at.toISOString(),
      organization: await loadOrganizationCard(tx),
      headline,
      votes,
      rulings,
      provisional: provisional === null ? null : toProvisional(provisional),
      followUps,
      chair,
      owner,
      setUp,
      record,
      decisions: await loadRecentDecisions(tx, RECENT_DECISIONS),
      board,
      models,
      openProposals: open.length,
      firstSteps,
    };
  },
});

function toRulings(waiting: readonly StoredAllegation[]): Home["rulings"] {
  const items = waiting.slice(0, SHOWN).map(({ reference, memberName, targetName, kind, allegedAt, answer }) => ({
    ...{ reference, kind, member: memberName, about: targetName },
    allegedAt: allegedAt.toISOString(),
    isAnswered: answer !== null,
  }));
  return { total: waiting.length, items };
}

const isComplete = (board: Home["board"]) => board.vacantRequiredRoles.length === 0;
const rolesOf = (actor: Actor) => (actor.kind === "person" ? actor.roles : []);

function countMatters(chair: NonNullable<Home["chair"]>): number {
  return Object.values(chair).reduce((sum, list) => sum + list.total, 0);
}
