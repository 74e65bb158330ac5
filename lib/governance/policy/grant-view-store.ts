// Reads the register for lists and pages: by last day while in force, newest first otherwise.
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { addCalendarDays, daysBetween } from "../kernel/calendar-day.ts";
import { readPlaceCursor, toPlaceCursor } from "../kernel/place-cursor.ts";
import { refuse } from "../kernel/refusal.ts";
import { deriveGrantState, isEndingSoon } from "./grant.ts";
import { type StoredGrant, toStoredGrant, WITH_NEIGHBOURS } from "./grant-store.ts";
import { ENDING_WITHIN_DAYS } from "./schema.ts";
import type { GrantItem, ListGrantsInput } from "./view.ts";

type Where = Prisma.StandingGrantWhereInput;

export function toGrantItem(grant: StoredGrant, today: string): GrantItem {
  const { reference, kind, granted, matter, until, proposal, decision, renews, renewedBy, model } = grant;
  return {
    ...{ reference, kind, matter, until, proposal, decision, renews, renewedBy },
    granted: granted as GrantItem["granted"],
    what: granted.kind === "risk_acceptance" ? granted.terms.risk : granted.terms.rule,
    model: model === null ? null : { reference: model.reference, name: model.name, version: model.version },
    state: deriveGrantState(grant, today),
    isEndingSoon: isEndingSoon(grant, today),
    daysLeft: daysBetween(today, until),
    grantedAt: grant.grantedAt.toISOString(),
  };
}

/** The database's way of saying `deriveGrantState`; a test holds the two together. */
function whereState(state: ListGrantsInput["state"], today: string): Where {
  const day = new Date(today);
  switch (state) {
    case undefined:
      return {};
    case "in_force":
      return { revokedAt: null, untilOn: { gte: day } };
    case "ending":
      return { revokedAt: null, untilOn: { gte: day, lte: new Date(addCalendarDays(today, ENDING_WITHIN_DAYS)) } };
    case "expired":
      return { revokedAt: null, untilOn: { lt: day } };
    case "revoked":
      return { revokedAt: { not: null } };
  }
}

function whereSearch(q: string | undefined): Where {
  if (q === undefined || q === "") return {};
  const contains = { contains: q, mode: "insensitive" as const };
  const inTerms = ["risk", "named", "rule", "unit"].map((name): Where => {
    return { terms: { path: [name], string_contains: q, mode: "insensitive" } };
  });
  return { OR: [{ reference: contains }, { model: { name: contains } }, ...inTerms] };
}

function whereAfter(cursor: string | undefined, byDay: boolean): Where {
  if (cursor === undefined) return {};
  const place = readPlaceCursor(cursor);
  if (place === null || (byDay && place.at === null)) {
    throw refuse("kernel.malformed", { cause: "the cursor is not one that this list gave" });
  }
  const { at: untilOn, id } = place;
  if (!byDay || untilOn === null) return { id: { lt: id } };
  return { OR: [{ untilOn: { gt: untilOn } }, { untilOn, id: { gt: id } }] };
}

/** One more than `limit` when there are more. */
export async function loadGrantPage(
  tx: UnitOfWork,
  query: ListGrantsInput,
  today: string,
): Promise<{ readonly item: GrantItem; readonly cursor: string }[]> {
  const { state, kind, model, policy, limit } = query;
  const byDay = state === "in_force" || state === "ending";
  const rows = await tx.db.standingGrant.findMany({
    where: {
      AND: [
        whereState(state, today),
        kind === undefined ? {} : { kind },
        model === undefined ? {} : { model: { reference: model } },
        policy === undefined ? {} : { policy: { reference: policy } },
        whereSearch(query.q),
        whereAfter(query.cursor, byDay),
      ],
    },
    include: WITH_NEIGHBOURS,
    orderBy: byDay ? [{ untilOn: "asc" }, { id: "asc" }] : [{ id: "desc" }],
    take: limit + 1,
  });
  return rows.map((row) => ({
    item: toGrantItem(toStoredGrant(row), today),
    cursor: toPlaceCursor({ at: byDay ? row.untilOn : null, id: row.id }),
  }));
}
