"use client";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";

/** What stands in the place of a page that could not be prepared; the number finds the cause in the server's log. */
export function PageFailure({
  error,
  retry,
  title,
  state,
  tellWhat,
  wayOn,
}: {
  error: unknown;
  retry: () => void;
  title: string;
  state: string;
  /** Completes "tell an admin …". */
  tellWhat: string;
  wayOn: { href: string; label: string };
}) {
  const digest = digestOf(error);
  return (
    <div role="alert">
      <PageHeader title={title} state={state} />
      <p className="max-w-read text-base">
        The server met something it did not expect while preparing the page. Trying again often helps; if it does not,
        tell an admin {tellWhat}
        {digest === null ? "." : " and give the number below."}
      </p>
      {digest === null ? null : <p className="mt-3 font-mono text-xs text-ink-muted">{digest}</p>}
      <div className="mt-6 flex flex-wrap gap-2">
        <Button tone="primary" onClick={() => retry()}>
          Try again
        </Button>
        <LinkButton href={wayOn.href}>{wayOn.label}</LinkButton>
      </div>
    </div>
  );
}

function digestOf(error: unknown): string | null {
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  return typeof digest === "string" ? digest : null;
}
