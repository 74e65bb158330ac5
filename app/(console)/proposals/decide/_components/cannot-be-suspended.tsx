import Link from "next/link";
import { MODEL_STATUS_LABELS } from "@/components/governance/labels";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ModelView } from "@/lib/governance/registry/view";

/** The model that the link named, and why it is not in the list below. */
export function CannotBeSuspended({ model }: { model: ModelView }) {
  const { provisional, status, reference } = model;
  return (
    <div role="note" className="mb-6 max-w-read rounded-md border border-line-strong bg-accent-soft px-4 py-3">
      <p>
        <Link className="link font-medium" href={paths.models.detail(reference)}>
          {toModelTitle(model)}
        </Link>{" "}
        is {MODEL_STATUS_LABELS[status].toLowerCase()}
        {provisional === null ? " and cannot be suspended from there." : " by the chair already."}
      </p>
      <p className="text-ink-muted">
        {provisional === null ? (
          "Only approved and active models can."
        ) : (
          <>
            The board votes on that in{" "}
            <Link className="link" href={paths.proposals.detail(provisional.proposal)}>
              {provisional.proposal}
            </Link>{" "}
            until <Instant at={provisional.deadlineAt} as="dayTime" />.
          </>
        )}
      </p>
    </div>
  );
}
