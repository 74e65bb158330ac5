import { Instant } from "@/components/ui/instant";
import type { CharterView } from "@/lib/governance/board/charter-view";

/** Which version this is, since when, and when it is to be reviewed (BRD-9). */
export function CharterState({ charter }: { charter: CharterView }) {
  const { label, effectiveAt, reviewDueAt, isInForce, isReviewDue } = charter;
  if (!isInForce) {
    return (
      <>
        Version {label}, no longer in force; it took effect <Instant at={effectiveAt} as="day" />.
      </>
    );
  }
  return (
    <>
      Version {label}, in force, since <Instant at={effectiveAt} as="day" />;{" "}
      {isReviewDue ? (
        <strong className="font-medium text-rejected">
          its review was due <Instant at={reviewDueAt} as="day" />
        </strong>
      ) : (
        <>
          review due <Instant at={reviewDueAt} as="day" />
        </>
      )}
      .
    </>
  );
}
