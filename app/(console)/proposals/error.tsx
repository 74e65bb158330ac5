"use client";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";

function digestOf(error: unknown): string | null {
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  return typeof digest === "string" ? digest : null;
}

/** A page that failed to show casts no vote and takes none back. */
export default function ProposalsError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = digestOf(error);
  return (
    <div role="alert">
      <PageHeader title="This could not be shown" state="Votes already recorded stand as they were." />
      <p className="max-w-read text-base">
        The server met something it did not expect while preparing the page. Trying again often helps; if it does not,
        tell an admin which proposal you were looking at{digest === null ? "." : " and give the number below."}
      </p>
      {digest === null ? null : <p className="mt-3 font-mono text-xs text-ink-muted">{digest}</p>}
      <div className="mt-6 flex flex-wrap gap-2">
        <Button tone="primary" onClick={() => retry()}>
          Try again
        </Button>
        <LinkButton href={paths.proposals.list()}>All votes</LinkButton>
      </div>
    </div>
  );
}
