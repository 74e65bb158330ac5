// What narrows a list of proposals besides where they stand (VOT-192), in the database's words.
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { type Actor, hasRole } from "../kernel/actor.ts";
import { addHours } from "../kernel/calendar.ts";
import type { ListProposalsInput } from "./request.ts";
import type { ProposerView } from "./view.ts";

type Where = Prisma.ProposalWhereInput;

/** A vote that ends within so many hours is closing soon. */
const CLOSING_SOON_HOURS = 24;

/** The last ones that were recorded as proposers; a board has few. */
const MOST_PROPOSERS = 200;

export function whereNarrowed(query: ListProposalsInput, at: Date): Where {
  return {
    AND: [
      query.kind === undefined ? {} : { kind: query.kind },
      query.outcome === undefined ? {} : { outcome: query.outcome },
      query.model === undefined ? {} : { model: { reference: query.model } },
      query.proposer === undefined ? {} : { proposerUserId: query.proposer },
      query.closingSoon === undefined ? {} : isOrNot(query.closingSoon, whereClosingSoon(at)),
      query.inquorate === undefined ? {} : isOrNot(query.inquorate, whereInquorate(at)),
    ],
  };
}

const isOrNot = (is: boolean, where: Where): Where => (is ? where : { NOT: where });

function whereClosingSoon(at: Date): Where {
  return { status: "open", deadlineAt: { gt: at, lte: addHours(at, CLOSING_SOON_HOURS) } };
}

/** Marked when opening or a recusal took the last possible quorum away (BRD-5). */
function whereInquorate(at: Date): Where {
  return { status: "open", isInquorate: true, deadlineAt: { gt: at } };
}

/** Never opened: for the proposer and the admins (VOT-118). */
export function whereVisible(actor: Actor): Where {
  if (actor.kind === "system" || hasRole(actor, "admin")) return {};
  const isOpened = { openedAt: { not: null } };
  return actor.kind === "person" ? { OR: [isOpened, { proposerUserId: actor.userId }] } : isOpened;
}

/** Whoever proposed something that this reader may see, by name. */
export async function loadProposers(tx: UnitOfWork, actor: Actor): Promise<ProposerView[]> {
  const rows = await tx.db.proposal.groupBy({
    by: ["proposerUserId"],
    where: whereVisible(actor),
    _count: { _all: true },
    orderBy: { _count: { proposerUserId: "desc" } },
    take: MOST_PROPOSERS,
  });
  const ids = rows.map((row) => row.proposerUserId);
  const users = await tx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map((user) => [user.id, user.name]));
  return rows
    .map((row) => ({ id: row.proposerUserId, name: names.get(row.proposerUserId) ?? "", proposals: row._count._all }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}
