import { CopyDigest } from "@/components/ui/copy-digest";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import { formatCount } from "@/lib/format/number";
import type { LogOverview } from "@/lib/governance/audit/schema";

const cell = "min-w-0 border-line max-md:border-t max-md:py-2.5 md:border-l md:pl-5 md:first:border-l-0 md:first:pl-0";

/** The log at a glance: how long, under which root, and which signed state was kept last. */
export function LogStrip({ overview }: { overview: LogOverview }) {
  const { latest, lastEntryAt, kept } = overview;
  const newest = kept[0];
  return (
    <dl className="mb-6 grid gap-x-5 border-y border-line md:grid-cols-[auto_1fr_1fr] md:py-3">
      <div className={cell}>
        <dt className="text-xs text-ink-muted">Entries</dt>
        <dd>
          <span className="text-lg font-semibold tabular-nums">{formatCount(latest.size)}</span>
          {lastEntryAt === null ? null : (
            <span className="ml-2 text-xs text-ink-muted">
              last entry <Instant at={lastEntryAt} />
            </span>
          )}
        </dd>
      </div>
      <div className={cell}>
        <dt className="text-xs text-ink-muted">Signed state now</dt>
        <dd className="flex flex-wrap items-baseline gap-x-3">
          <span>
            root <CopyDigest value={latest.root} what="root" />
          </span>
          <a
            href={paths.audit.checkpoint()}
            download
            className="text-sm underline underline-offset-2 hover:text-accent"
          >
            Keep this checkpoint
          </a>
        </dd>
      </div>
      <div className={cell}>
        <dt className="text-xs text-ink-muted">Kept here last</dt>
        <dd>
          {newest === undefined ? (
            <span className="text-ink-muted">None yet: an export keeps one</span>
          ) : (
            <>
              {formatCount(newest.size)} entries, root <CopyDigest value={newest.root} what="root" />{" "}
              <Instant at={newest.keptAt} className="text-ink-muted" />
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
