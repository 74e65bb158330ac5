import type { Metadata } from "next";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import { readCharterDraft } from "@/lib/governance/board/operations/read-charter-draft";
import { pageQuery } from "@/lib/server/page-query";
import { CharterEditor } from "./_components/charter-editor";

export const metadata: Metadata = { title: "Draft of the charter" };

export default async function CharterEditPage() {
  const draft = await pageQuery(readCharterDraft, {});
  return (
    <>
      <PageHeader
        decided
        above={<BackLink href={paths.charter()}>Charter</BackLink>}
        title={`Draft of version ${draft.nextLabel}`}
        state={`The board’s one working draft, saved while you type. Version ${draft.label} stays in force until an amendment passes; what rules mean is said for today’s ${plural(draft.votingMembers, "voting member")}.`}
      />
      <CharterEditor draft={draft} />
    </>
  );
}
