"use client";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Confirm } from "@/components/ui/confirm";
import { Skeleton } from "@/components/ui/skeleton";
import { formatCount } from "@/lib/format/number";
import { plural } from "@/lib/format/words";
import { sayCounts } from "../../_components/counts-line";
import { OUTCOME_LABELS } from "../../_components/import-words";
import { SpreadLines } from "./spread-lines";
import type { MappingDesk } from "./use-mapping";

/** What would happen, in numbers, and the way to make it happen. */
export function PreviewPanel({ desk }: { desk: MappingDesk }) {
  const { preview, isFresh, isLooking } = desk;
  return (
    <section
      aria-label="Preview"
      aria-busy={isLooking}
      className="mt-8 rounded-md border border-line bg-sunken px-4 py-4 lg:sticky lg:top-6 lg:mt-0"
    >
      <h2 className="font-semibold">What would happen</h2>
      <p role="status" className="min-h-5 text-xs text-ink-muted">
        {isLooking
          ? "Working it out…"
          : preview === null
            ? "Not worked out yet"
            : isFresh
              ? "With the mapping as it is now"
              : "The mapping has changed since: look again"}
      </p>
      {preview === null ? (
        <Placeholder />
      ) : (
        <div className={cn("mt-3 space-y-4", !isFresh && "opacity-60")}>
          <dl className="text-sm">
            <Line term="Records read" value={formatCount(preview.counts.read)} strong />
            {OUTCOME_LABELS.map(({ key, label }) => (
              <Line key={key} term={label} value={formatCount(preview.counts[key])} />
            ))}
          </dl>
          <SpreadLines byTier={preview.byTier} byStatus={preview.byStatus} />
          <p className="text-sm">
            {preview.unreadValues === 0
              ? "Every value was understood."
              : `${plural(preview.unreadValues, "value")} would be left unread; they are listed below.`}
          </p>
        </div>
      )}
      <div className="mt-4 flex flex-col gap-2">
        <Button pending={isLooking} onClick={desk.look} className="max-md:h-11">
          {isFresh ? "Look again" : "Look at the preview"}
        </Button>
        <StartButton desk={desk} />
      </div>
    </section>
  );
}

function StartButton({ desk }: { desk: MappingDesk }) {
  const { preview, isFresh, isStarting } = desk;
  const isReady = preview !== null && isFresh;
  const button = (
    <Button tone="primary" disabled={!isReady} pending={isStarting} className="max-md:h-11">
      Start the import
    </Button>
  );
  if (!isReady) {
    return (
      <>
        {button}
        <p className="text-xs text-ink-muted">An import starts as it was previewed.</p>
      </>
    );
  }
  return (
    <Confirm
      trigger={button}
      title={`Import ${plural(preview.counts.read, "record")} as “${desk.mapping.source}”?`}
      consequence={`${sayCounts(preview.counts)}. It is one act on record; you can cancel it while it runs, and then nothing of it remains.`}
      act="Start the import"
      onConfirm={async () => {
        desk.start();
        return null;
      }}
    />
  );
}

function Line({ term, value, strong = false }: { term: string; value: string; strong?: boolean }) {
  return (
    <div
      className={cn(
        "flex justify-between gap-4 border-b border-line py-1",
        strong ? "font-semibold" : value === "0" && "text-ink-muted",
      )}
    >
      <dt>{strong ? term : `+ ${term}`}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Placeholder() {
  return (
    <div className="mt-3 space-y-2">
      {[1, 2, 3, 4, 5, 6].map((line) => (
        <Skeleton key={line} className="h-5 w-full" />
      ))}
    </div>
  );
}
