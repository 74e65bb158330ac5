// Reads and writes of the working draft of a charter (BRD-112). Whoever changes it locks its row first and takes the clock
// after; the row is made by the first who comes.
import { z } from "zod";
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { CharterContent } from "./charter.ts";
import { type CharterDraftView, CharterSection } from "./charter-draft.ts";
import { toCharterDraftView } from "./charter-draft-view.ts";
import type { CharterFacts } from "./charter-view.ts";
import type { CharterVersions, StoredDraft } from "./draft-change.ts";
import { findCharterVersion, loadCharterInForce, loadSeats } from "./store.ts";
import { hasVotingRights } from "./term.ts";

const StoredSections = z.partialRecord(
  CharterSection,
  z.strictObject({
    value: z.unknown(),
    revision: z.int(),
    charterVersion: z.int(),
    updatedBy: z.string().nullable(),
    updatedAt: z.string(),
    isDropped: z.boolean(),
  }),
);

const NONE: StoredDraft = { revision: 0, sections: {} };

export async function loadCharterDraft(tx: UnitOfWork): Promise<StoredDraft> {
  const row = await tx.db.charterDraft.findFirst();
  return row === null ? NONE : { revision: row.revision, sections: StoredSections.parse(row.sections) };
}

/** The draft with its row locked until the transaction ends. */
export async function lockCharterDraft(tx: UnitOfWork): Promise<StoredDraft> {
  await tx.db.$executeRaw`INSERT INTO charter_drafts (sections) VALUES ('{}') ON CONFLICT DO NOTHING`;
  await tx.db.$queryRaw`SELECT 1 FROM charter_drafts WHERE organization_id = app_organization() FOR UPDATE`;
  return loadCharterDraft(tx);
}

export async function saveCharterDraft(tx: UnitOfWork, draft: StoredDraft, updatedAt: Date): Promise<void> {
  const { revision } = draft;
  const sections = draft.sections as unknown as Prisma.InputJsonValue;
  await tx.db.charterDraft.update({
    where: { organizationId: tx.organizationId },
    data: { revision, sections, updatedAt },
  });
}

/** The version in force with the earlier ones that the draft, or the version somebody saw, refers to. */
export async function loadCharterVersionsFor(
  tx: UnitOfWork,
  draft: StoredDraft,
  at: Date,
  seen: readonly number[] = [],
): Promise<CharterVersions & { readonly inForce: CharterFacts }> {
  const inForce = await loadCharterInForce(tx, at);
  const named = [...Object.values(draft.sections).map((one) => one.charterVersion), ...seen];
  const earlier = new Map<number, CharterContent>();
  for (const version of new Set(named.filter((one) => one !== inForce.version))) {
    const charter = await findCharterVersion(tx, version);
    if (charter !== null) earlier.set(version, charter.content);
  }
  return { version: inForce.version, content: inForce.content, earlier, inForce };
}

export async function countVotingMembers(tx: UnitOfWork, at: Date): Promise<number> {
  return (await loadSeats(tx)).filter((seat) => hasVotingRights(seat, at)).length;
}

export async function toDraftView(tx: UnitOfWork, draft: StoredDraft, at: Date): Promise<CharterDraftView> {
  const charter = await loadCharterVersionsFor(tx, draft, at);
  const nameOf = await loadNames(tx, draft);
  const votingMembers = await countVotingMembers(tx, at);
  return toCharterDraftView({ reference: charter.inForce.reference, charter, draft, votingMembers, nameOf });
}

async function loadNames(tx: UnitOfWork, draft: StoredDraft): Promise<(userId: string) => string> {
  const ids = Object.values(draft.sections).flatMap((one) => (one.updatedBy === null ? [] : [one.updatedBy]));
  const users = await tx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map((user) => [user.id, user.name]));
  return (userId) => names.get(userId) ?? "";
}
