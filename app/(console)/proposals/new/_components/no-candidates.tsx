import Link from "next/link";
import { MODEL_STATUS_LABELS } from "@/components/governance/labels";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ModelView } from "@/lib/governance/registry/view";

/** No model stands where the board could decommission it. */
export function NoCandidates({ isSearched, ownOnly }: { isSearched: boolean; ownOnly: boolean }) {
  return (
    <EmptyState
      title={isSearched ? "No model matches" : "No model can be decommissioned now"}
      action={
        <LinkButton href={isSearched ? paths.proposals.create() : paths.models.list()}>
          {isSearched ? "All of them" : "Open the models"}
        </LinkButton>
      }
    >
      {ownOnly ? "You can propose this for models you own. " : ""}A model is deprecated by its owner, or suspended,
      before the board is asked to decommission it.
    </EmptyState>
  );
}

/** The model that the link named, and why it is not in the list below. */
export function CannotBeDecommissioned({ model }: { model: ModelView }) {
  const { openProposal, status, reference } = model;
  return (
    <div role="note" className="mb-6 max-w-read rounded-md border border-line-strong bg-accent-soft px-4 py-3">
      <p>
        <Link className="link font-medium" href={paths.models.detail(reference)}>
          {toModelTitle(model)}
        </Link>{" "}
        {openProposal === null ? (
          <>is {MODEL_STATUS_LABELS[status].toLowerCase()} and cannot be decommissioned from there.</>
        ) : (
          <>
            is being decided on in{" "}
            <Link className="link" href={paths.proposals.detail(openProposal.reference)}>
              {openProposal.title}
            </Link>
            .
          </>
        )}
      </p>
      <p className="text-ink-muted">
        {openProposal === null
          ? "Only deprecated and suspended models can, and an owner proposes it for own models only."
          : "Another decision on it can be asked for when that vote is over."}
      </p>
    </div>
  );
}
