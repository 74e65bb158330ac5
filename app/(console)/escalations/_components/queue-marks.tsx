import Link from "next/link";
import { CHANNEL_LABELS, sayUsedUp } from "@/components/governance/escalation-labels";
import { Badge } from "@/components/ui/badge";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import type { QueueItem } from "@/lib/governance/escalations/view";

/** Above the link that spans the row. */
const linkStyle = "link relative z-1";

function Held({ item }: { item: QueueItem }) {
  if (item.heldBy === null) return null;
  const { by, reference } = item.heldBy;
  if (by === "inhibition") {
    return (
      <>
        Held while{" "}
        <Link className={linkStyle} href={paths.escalations.detail(reference)}>
          {reference}
        </Link>{" "}
        is open
      </>
    );
  }
  return (
    <>
      Held by{" "}
      <Link className={linkStyle} href={paths.escalations.silences()}>
        {reference}
      </Link>
      {item.until === null ? null : (
        <>
          {" "}
          until <Instant at={item.until} as="dayTime" />
        </>
      )}
    </>
  );
}

/** Where an item stands: told already, waiting for its digest, or held. */
function Standing({ item }: { item: QueueItem }) {
  if (item.place === "held") return <Held item={item} />;
  if (item.place === "delivered") {
    return item.channel === "immediate" ? "Told at once" : `Went out: ${CHANNEL_LABELS[item.channel].toLowerCase()}`;
  }
  return (
    <>
      {CHANNEL_LABELS[item.channel]}
      {item.until === null ? null : (
        <>
          , <Instant at={item.until} as="dayTime" />
        </>
      )}
    </>
  );
}

/** Why it is told more quietly than its severity asks for. */
export function sayDowngrade(item: Pick<QueueItem, "downgrades">): string {
  return sayUsedUp(item.downgrades.map(({ facts }) => facts));
}

/** What happened to it on its way: nothing hidden, nothing that only a colour says. */
export function QueueMarks({ item }: { item: QueueItem }) {
  const { downgradedFrom, isOverBudget } = item;
  const why = sayDowngrade(item);
  return (
    <span className="block">
      <span className="block">
        <Standing item={item} />
      </span>
      {downgradedFrom === null && !isOverBudget ? null : (
        <span className="block text-xs text-ink-muted">
          {downgradedFrom === null
            ? "Over the budget of its digest"
            : `Down from ${CHANNEL_LABELS[downgradedFrom].toLowerCase()}`}
          {why === "" ? null : `: ${why}`}
        </span>
      )}
    </span>
  );
}

/** Right behind the title: for how many raises it stands, and whether it is there again. */
export function Counts({ item }: { item: Pick<QueueItem, "occurrences" | "episode"> }) {
  return (
    <>
      {item.occurrences > 1 ? (
        <Badge className="ml-2 align-middle" title={`Raised ${item.occurrences} times, merged into one`}>
          ×{item.occurrences}
          <span className="sr-only"> raises merged into one</span>
        </Badge>
      ) : null}
      {item.episode > 1 ? <Badge className="ml-2 align-middle">Episode {item.episode}</Badge> : null}
    </>
  );
}
