import { LinkButton } from "./link-button";

/** Lists page by key: forward to the next, and back to the first. */
export function Pagination({
  firstHref,
  nextHref,
  shown,
  what,
}: {
  /** null on the first page */
  firstHref: string | null;
  /** null on the last page */
  nextHref: string | null;
  shown: number;
  what: string;
}) {
  // An empty list says so itself.
  if (shown === 0 && firstHref === null) return null;
  return (
    <nav aria-label={`Pages of ${what}`} className="mt-4 flex flex-wrap items-center justify-between gap-3">
      <p className="text-xs text-ink-muted">
        {shown} {what} shown{nextHref === null ? ", the end of the list" : ""}
      </p>
      {firstHref === null && nextHref === null ? null : (
        <div className="flex gap-2">
          {firstHref === null ? null : (
            <LinkButton href={firstHref} size="small" tone="quiet">
              Back to the first
            </LinkButton>
          )}
          {nextHref === null ? null : (
            <LinkButton href={nextHref} size="small" rel="next">
              Next page
            </LinkButton>
          )}
        </div>
      )}
    </nav>
  );
}
