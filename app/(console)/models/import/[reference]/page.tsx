import type { Metadata } from "next";
import { DigestMark } from "@/components/governance/digest-mark";
import { EmptyState } from "@/components/ui/empty-state";
import { FormProblem } from "@/components/ui/field";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { formatBytes } from "@/lib/format/number";
import { plural } from "@/lib/format/words";
import type { ImportColumns } from "@/lib/governance/registry/import/view";
import { listMappings } from "@/lib/governance/registry/operations/list-mappings";
import { readImport } from "@/lib/governance/registry/operations/read-import";
import { readImportColumns } from "@/lib/governance/registry/operations/read-import-columns";
import { pageQuery } from "@/lib/server/page-query";
import type { Detail } from "../_components/import-words";
import { DELIMITER_LABELS, STATE_LABELS } from "../_components/import-words";
import { CancelImport, ImportProgress } from "./_components/import-progress";
import { ImportReport } from "./_components/import-report";
import { MappingEditor } from "./_components/mapping-editor";

export const metadata: Metadata = { title: "Import" };

export default async function ImportReportPage({ params }: { params: Promise<{ reference: string }> }) {
  const { reference } = await params;
  const batch = await pageQuery(readImport, { reference });
  const isOpen = batch.state === "uploaded";
  const inventory = isOpen ? await pageQuery(readImportColumns, { reference }) : null;
  const saved = isOpen ? (await pageQuery(listMappings, {})).items : [];
  return (
    <>
      <PageHeader
        above={
          <>
            <BackLink href={paths.models.import()}>Imports</BackLink>{" "}
            <span className="font-mono text-xs">{batch.reference}</span>
          </>
        }
        title={batch.fileName}
        state={<State batch={batch} inventory={inventory} />}
        more={isOpen ? <CancelImport reference={batch.reference} label="Discard this file" /> : null}
      />
      {inventory === null ? <Stage batch={batch} /> : <MappingEditor inventory={inventory} saved={saved} />}
    </>
  );
}

function State({ batch, inventory }: { batch: Detail; inventory: ImportColumns | null }) {
  if (inventory === null) {
    return (
      <>
        {STATE_LABELS[batch.state]}. {formatBytes(batch.bytes)}, uploaded by {batch.createdBy.name}{" "}
        <Instant at={batch.createdAt} />
        {batch.finishedAt === null ? null : (
          <>
            , ended <Instant at={batch.finishedAt} as="dayTime" />
          </>
        )}
        . <DigestMark digest={batch.contentDigest} what="file" />
      </>
    );
  }
  const from = {
    suggested: "The mapping is suggested: look through it",
    saved: `The mapping is the saved “${inventory.savedMapping}”`,
    started: "The mapping it was started with",
  }[inventory.mappingFrom];
  return `${plural(inventory.rows, "record")}, ${plural(inventory.columns.length, "column")}, separated by ${DELIMITER_LABELS[inventory.delimiter]}, ${inventory.encoding}. ${from}.`;
}

function Stage({ batch }: { batch: Detail }) {
  const again = (
    <LinkButton tone="primary" href={paths.models.import()}>
      Choose a file again
    </LinkButton>
  );
  if (batch.state === "queued" || batch.state === "running") return <ImportProgress batch={batch} />;
  if (batch.state === "completed" && batch.report !== null) return <ImportReport batch={batch} report={batch.report} />;
  if (batch.state === "failed") {
    return (
      <div className="max-w-read space-y-4">
        <FormProblem
          problem={{
            title: "The import failed, and nothing of it is in the registry",
            detail: batch.failure,
            hint: "Mend the cause and import the file again: what is already there is known again.",
          }}
        />
        {again}
      </div>
    );
  }
  return (
    <EmptyState title="Cancelled" action={again}>
      Nothing of it is in the registry. That it was uploaded and cancelled stays on record.
    </EmptyState>
  );
}
