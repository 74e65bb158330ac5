import { Clock } from "lucide-react";
import type { ReactNode } from "react";
import { FormProblem } from "@/components/ui/field";
import { plural } from "@/lib/format/words";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ChairDecisionPreview } from "@/lib/governance/voting/view";
import type { ActType, Candidate } from "./act-fields";

/** What it does at once, what happens next, and when it lapses. */
export function Consequences({
  act,
  model,
  preview,
}: {
  act: ActType;
  model: Candidate | undefined;
  preview: ChairDecisionPreview;
}) {
  const { objection, entitled, outlook, hours, canBeRatified } = preview;
  if (objection !== null) return <FormProblem problem={objection} />;
  const named = model === undefined ? "The model" : `“${toModelTitle(model)}”`;
  return (
    <section aria-label="What follows" className="rounded-md border border-provisional bg-provisional-soft px-4 py-3">
      <p className="flex items-center gap-1.5 font-medium text-provisional">
        <Clock aria-hidden className="size-4" />
        Provisional for {hours} hours
      </p>
      <ol className="mt-2 space-y-2 text-sm">
        <Step when="At once">
          {act === "suspend_model"
            ? `${named} is suspended: it must not be used, and nothing of it can be changed.`
            : "The order is on record and binds whom it names."}
        </Step>
        <Step when="Next">
          A vote to ratify it opens to {plural(entitled, "member")} for {hours} hours. You stand aside from it.
        </Step>
        <Step when="Then">
          {canBeRatified ? null : <strong className="font-medium text-rejected">It will lapse. </strong>}
          {outlook}
        </Step>
      </ol>
    </section>
  );
}

function Step({ when, children }: { when: string; children: ReactNode }) {
  return (
    <li>
      <span className="block text-xs text-ink-muted">{when}</span>
      {children}
    </li>
  );
}
