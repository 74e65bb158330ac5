"use client";
import { PageFailure } from "@/components/layout/page-failure";
import { paths } from "@/lib/client/paths";

/** A page that failed to show casts no vote and takes none back. */
export default function ProposalsError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <PageFailure
      error={error}
      retry={retry}
      title="This could not be shown"
      state="Votes already recorded stand as they were."
      tellWhat="which proposal you were looking at"
      wayOn={{ href: paths.proposals.list(), label: "All votes" }}
    />
  );
}
