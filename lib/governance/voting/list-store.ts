// Reads pages of proposals by key (architecture, hot paths): open ones by deadline, others newest first.
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Actor } from "../kernel/actor.ts";
import { readPlaceCursor, toPlaceCursor } from "../kernel/place-cursor.ts";
import { refuse } from "../kernel/refusal.ts";
import { whereNarrowed, whereVisible } from "./list-filter-store.ts";
import { loadPlaces } from "./place-store.ts";
import { type StoredProposal, toRecord, toStoredProposal } from "./proposal-store.ts";
import { MODEL_CARD, toModelCard } from "./reading-store.ts";
import type { ListProposalsInput, ProposalGroup } from "./request.ts";
import type { OwnPlace } from "./roll.ts";
import { DecisionStanding, type Tally } from "./schema.ts";
import { deriveStanding, needsVoteOf } from "./standing.ts";
import { loadTallies } from "./tally-store.ts";
import type { ProposalItem } from "./view.ts";

type Reader = { readonly actor: Actor; readonly at: Date };
type Where = Prisma.ProposalWhereInput;

const userIdOf = (actor: Actor) => (actor.kind === "person" ? actor.userId : null);

function isByDeadline(group: ProposalGroup | undefined): boolean {
  return group === "open" || group === "needs_my_vote";
}

/** The derived state in the database's words: the stored status may lag behind the deadline. */
function whereGroup(group: ProposalGroup | undefined, { actor, at }: Reader): Where {
  const isOpen: Where = { status: "open", deadlineAt: { gt: at } };
  const userId = userIdOf(actor);
  switch (group) {
    case undefined:
      return {};
    case "draft":
      return { status: "draft" };
    case "open":
      return isOpen;
    case "needs_my_vote": {
      if (userId === null) return { id: { in: [] } };
      return { ...isOpen, electors: { some: { userId, recusedAt: null } }, ballots: { none: { voterUserId: userId } } };
    }
    case "awaiting_chair": {
      const isOver: Where = { status: { in: ["passed", "rejected", "no_quorum"] } };
      return { ...isOver, isBinding: false, advisedDecision: null, outcome: null };
    }
    case "decided":
      return { NOT: [{ status: "draft" }, isOpen] };
  }
}

function whereSearch(q: string | undefined): Where {
  if (q === undefined || q === "") return {};
  const contains = { contains: q, mode: "insensitive" as const };
  return { OR: [{ title: contains }, { reference: contains }, { model: { name: contains } }] };
}

/** Named in the payload: the policy that is changed or excepted from, or the grant that is renewed. */
function whereAbout(about: string | undefined): Where {
  if (about === undefined) return {};
  return { OR: ["policy", "renews"].map((name) => ({ payload: { path: [name], equals: about } })) };
}

function whereAfter(cursor: string | undefined, byDeadline: boolean): Where {
  if (cursor === undefined) return {};
  const place = readPlaceCursor(cursor);
  if (place === null || (byDeadline && place.at === null)) {
    throw refuse("kernel.malformed", { cause: "the cursor is not one that this list gave" });
  }
  const { at: deadlineAt, id } = place;
  if (!byDeadline || deadlineAt === null) return { id: { lt: id } };
  return { OR: [{ deadlineAt: { gt: deadlineAt } }, { deadlineAt, id: { gt: id } }] };
}

const WITH_SUBJECTS = {
  model: MODEL_CARD,
  proposer: { select: { user: { select: { id: true, name: true } } } },
  decisions: { select: { reference: true }, take: 1 },
  ratifies: { select: { standing: true } },
} as const;

/** One more than `limit` when there are more. */
export async function loadProposalPage(
  tx: UnitOfWork,
  query: ListProposalsInput,
  reader: Reader,
): Promise<{ readonly item: ProposalItem; readonly cursor: string }[]> {
  const byDeadline = isByDeadline(query.group);
  const rows = await tx.db.proposal.findMany({
    where: {
      AND: [
        whereGroup(query.group, reader),
        whereVisible(reader.actor),
        whereNarrowed(query, reader.at),
        query.component === undefined ? {} : { payload: { path: ["component"], equals: query.component } },
        whereAbout(query.about),
        whereSearch(query.q),
        whereAfter(query.cursor, byDeadline),
      ],
    },
    include: WITH_SUBJECTS,
    orderBy: byDeadline ? [{ deadlineAt: "asc" }, { id: "asc" }] : [{ id: "desc" }],
    take: query.limit + 1,
  });
  const idsOf = (some: readonly { readonly id: string }[]) => some.map((row) => row.id);
  const counted = rows.filter((row) => row.openedAt !== null && row.result === null);
  const tallies = await loadTallies(tx, idsOf(counted), reader.at);
  const placeOf = await loadPlaces(tx, idsOf(rows), userIdOf(reader.actor), reader.at);
  return rows.map((row) => {
    const { model, proposer, decisions, ratifies, ...own } = row;
    const proposal = toStoredProposal(own);
    const item = {
      ...toStandingPart(proposal, { tally: tallies.get(row.id) ?? null, own: placeOf(row.id) }, reader),
      model: model === null ? null : toModelCard(model),
      proposer: proposer.user,
      decision: decisions[0]?.reference ?? null,
      standing: ratifies === null ? null : DecisionStanding.parse(ratifies.standing),
    };
    return { item, cursor: toPlaceCursor({ at: byDeadline ? row.deadlineAt : null, id: row.id }) };
  });
}

function toStandingPart(
  proposal: StoredProposal,
  counted: { readonly tally: Tally | null; readonly own: OwnPlace },
  { actor, at }: Reader,
) {
  const record = toRecord(proposal);
  const standing = deriveStanding({ record, ...counted, closing: proposal.result, actor, at });
  const { tally, countedTally } = standing;
  const { reference, kind, title, isSealed } = proposal;
  return {
    ...{ reference, kind, title, isSealed },
    state: standing.state,
    effect: proposal.isBinding ? ("binding" as const) : ("advisory" as const),
    outcome: standing.outcome,
    isInquorate: standing.isInquorate,
    isAwaitingChair: standing.isAwaitingChair,
    createdAt: proposal.createdAt.toISOString(),
    openedAt: proposal.openedAt?.toISOString() ?? null,
    deadlineAt: proposal.deadlineAt?.toISOString() ?? null,
    closedAt: (proposal.closedAt ?? proposal.actedAt)?.toISOString() ?? null,
    entitled: countedTally?.entitled.voters ?? 0,
    recused: countedTally?.recused.voters ?? 0,
    cast: tally === null ? null : tally.yes.voters + tally.no.voters + tally.abstain.voters,
    myPlace: standing.place,
    myChoice: counted.own.ballot?.choice ?? null,
    needsMyVote: needsVoteOf(standing, counted.own),
  };
}
