import type { Metadata } from "next";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { LiveRefresh } from "@/lib/client/live";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import { readCharterDraft } from "@/lib/governance/board/operations/read-charter-draft";
import { listProposals } from "@/lib/governance/voting/operations/list-proposals";
import { pageQuery } from "@/lib/server/page-query";
import { BeforeTheBoard } from "../_components/before-the-board";
import { CharterEditor } from "./_components/charter-editor";

export const metadata: Metadata = { title: "Draft of the charter" };

export default async function CharterEditPage() {
  const [draft, open] = await Promise.all([
    pageQuery(readCharterDraft, {}),
    pageQuery(listProposals, { kind: "charter_amendment", group: "open", limit: 10 }),
  ]);
  return (
    <>
      <LiveRefresh areas={["board"]} />
      <PageHeader
        decided
        above={<BackLink href={paths.charter()}>Charter</BackLink>}
        title={`Draft of version ${draft.nextLabel}`}
        state={`The board’s one working draft, saved while you type. Version ${draft.label} stays in force until an amendment passes; what rules mean is said for today’s ${plural(draft.votingMembers, "voting member")}.`}
      />
      <BeforeTheBoard proposals={open.items} />
      <CharterEditor draft={draft} />
    </>
  );
}
