"use client";
import { useRouter } from "next/navigation";
import { MODEL_STATUS_LABELS } from "@/components/governance/labels";
import { notify } from "@/components/ui/toast";
import type { ModelStatus } from "@/lib/governance/registry/schema";
import { transitionModelAction } from "../../actions";
import { ModelReasonDialog } from "./model-reason-dialog";
import { consequenceOf, verbOf } from "./status-words";

type Props = {
  model: { reference: string; name: string };
  change: { from: ModelStatus; to: ModelStatus };
  /** Whether somebody else has to agree. */
  isHalf: boolean;
};

export function ChangeStatus({ model, change, isHalf }: Props) {
  const router = useRouter();
  const verb = verbOf(change);
  return (
    <ModelReasonDialog
      label={isHalf ? `Ask to ${verb.toLowerCase()}` : verb}
      title={`${verb}: ${model.name}`}
      consequence={`${consequenceOf(change)}${isHalf ? " It takes the owner and the chair: yours is the first half, and the other is told." : ""}`}
      danger={change.to === "decommissioned"}
      run={(reason) => transitionModelAction({ reference: model.reference, to: change.to, reason })}
      onDone={({ isRequested, awaits, status }) => {
        notify.done(
          isRequested
            ? { title: "Asked for", detail: `The ${awaits ?? "other half"} has to agree.` }
            : { title: `Now ${MODEL_STATUS_LABELS[status].toLowerCase()}` },
        );
        router.refresh();
      }}
    />
  );
}
