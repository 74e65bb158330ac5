import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { LiveRefresh } from "@/lib/client/live";
import { paths, withQuery } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { listImports } from "@/lib/governance/registry/operations/list-imports";
import { uploadImport } from "@/lib/governance/registry/operations/upload-import";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { DropZone } from "./_components/drop-zone";
import { ImportTable } from "./_components/import-table";

export const metadata: Metadata = { title: "Import an inventory" };

const PAGE_ITEMS = 20;

export default async function ImportPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  if (!mayInvoke(actor, uploadImport)) forbidden();
  const given = (await searchParams).cursor;
  const cursor = typeof given === "string" && given !== "" ? given : undefined;
  const page = await pageQuery(listImports, { limit: PAGE_ITEMS, cursor });
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.models.list()}>Models</BackLink>}
        title="Import an inventory"
        state="A file becomes models: choose it, say what its columns mean, look at the preview, start."
      />
      <DropZone />
      <Section title="Imports so far">
        <ImportTable imports={page.items} />
        <Pagination
          what={page.items.length === 1 ? "import" : "imports"}
          shown={page.items.length}
          firstHref={cursor === undefined ? null : paths.models.import()}
          nextHref={page.nextCursor === null ? null : withQuery(paths.models.import(), { cursor: page.nextCursor })}
        />
      </Section>
      <LiveRefresh areas={["registry"]} />
    </>
  );
}
