"use client";
import { useRouter } from "next/navigation";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import type { ModelStatus } from "@/lib/governance/registry/schema";
import { proposeAction } from "../../actions";
import { ModelReasonDialog } from "./model-reason-dialog";
import { consequenceOf, verbOf } from "./status-words";

type Props = {
  model: { reference: string; name: string };
  change: { from: ModelStatus; to: ModelStatus };
};

const TITLE_CHARACTERS = 200;

/** What only the board may decide is put to the board from here, and opens for voting at once. */
export function ProposeStatus({ model, change }: Props) {
  const router = useRouter();
  const verb = verbOf(change);
  const kind = change.to === "decommissioned" ? "decommission" : "model_approval";
  const toInput = (reason: string) => ({
    kind,
    title: [...`${verb}: ${model.name}`].slice(0, TITLE_CHARACTERS).join(""),
    description: reason,
    payload:
      kind === "decommission" ? { model: model.reference, reason } : { model: model.reference, to: change.to, reason },
    isDraft: false,
  });
  return (
    <ModelReasonDialog
      label={`Propose to ${verb.toLowerCase()}`}
      title={`Ask the board: ${verb.toLowerCase()} ${model.name}?`}
      consequence={`Voting opens at once for 72 hours. If it passes: ${consequenceOf(change)}`}
      danger={change.to === "decommissioned"}
      run={(reason) => proposeAction(toInput(reason) as Parameters<typeof proposeAction>[0])}
      reasonPath="description"
      onDone={({ reference }) => {
        notify.done({ title: "Open for voting" });
        router.push(paths.proposals.detail(reference));
      }}
    />
  );
}
