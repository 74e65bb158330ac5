import Link from "next/link";
import { MODEL_STATUS_LABELS } from "@/components/governance/labels";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ModelView } from "@/lib/governance/registry/view";
import type { FormField } from "@/lib/governance/voting/kinds/form-field";
import type { FormOptions } from "./form-values";

const NEEDS: Partial<Record<FormField["type"], "models" | "components">> = {
  model: "models",
  component: "components",
  component_change: "components",
};

/** The field that asks for one of something of which there is none; null when the form can be filled in. */
export function findEmptyField(fields: readonly FormField[], options: FormOptions): FormField | null {
  const isEmpty = (field: FormField) => {
    const from = NEEDS[field.type];
    return (
      from !== undefined && field.isOptional !== true && field.onlyWhen === undefined && options[from].length === 0
    );
  };
  return fields.find(isEmpty) ?? null;
}

/** Nothing stands where this could be decided about it. */
export function NothingToChoose({ field, ownOnly }: { field: FormField; ownOnly: boolean }) {
  if (field.type === "model") {
    return (
      <EmptyState
        title="There is no model to choose now"
        action={<LinkButton href={paths.models.list()}>Open the models</LinkButton>}
      >
        {ownOnly ? "You can propose this for models you own. " : ""}
        {field.hint === undefined ? "" : `${field.hint}. `}A model under vote is chosen again when that vote is over.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No component is registered"
      action={
        <LinkButton href={paths.proposals.create({ kind: "overlay_registration" })}>Propose to register one</LinkButton>
      }
    >
      This is decided about a component that is registered and not retired.
    </EmptyState>
  );
}

/** The model that the link named, and why it is not in the list below. */
export function CannotBeChosen({ model, field }: { model: ModelView; field: FormField | undefined }) {
  const { openProposal, status, reference } = model;
  return (
    <div role="note" className="mb-6 max-w-read rounded-md border border-line-strong bg-accent-soft px-4 py-3">
      <p>
        <Link className="link font-medium" href={paths.models.detail(reference)}>
          {toModelTitle(model)}
        </Link>{" "}
        {openProposal === null ? (
          <>is {MODEL_STATUS_LABELS[status].toLowerCase()} and cannot be chosen for this.</>
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
          ? `${field?.hint ?? "Another model can be chosen"}. An owner proposes it for own models only.`
          : "Another decision on it can be asked for when that vote is over."}
      </p>
    </div>
  );
}
