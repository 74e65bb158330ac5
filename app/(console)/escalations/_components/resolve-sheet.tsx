"use client";
import Link from "next/link";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import { joinList } from "@/lib/format/words";
import { resolveAction, resolveManyAction } from "../actions";
import { actOn, type Outcome, sayDone, sayLeft } from "./act-on";
import type { SheetProps } from "./assign-sheet";
import { TriageSheet } from "./triage-sheet";

export function ResolveSheet({ items, onClose, onDone }: Omit<SheetProps, "people">) {
  const grave = items.filter(({ severity }) => severity === "critical" || severity === "high");
  const resolve = useAction(
    (resolution: string) =>
      actOn(
        items,
        (one) => resolveAction({ ...one, resolution }),
        (many) => resolveManyAction({ ...many, resolution }),
      ),
    {
      onDone: ({ done, left }: Outcome) => {
        notify.done({ title: sayDone(done, "resolved") });
        if (left.length > 0) notify.refused(sayLeft(left, "not resolved"));
        onDone(done);
        onClose();
      },
    },
  );
  return (
    <TriageSheet
      title="Resolve"
      verb="Resolve"
      items={items}
      pending={resolve.pending}
      problem={resolve.problemBeside("resolution")}
      onInput={resolve.forget}
      onSubmit={(form) => void resolve.run(String(form.get("resolution") ?? ""))}
      onClose={onClose}
    >
      {grave.length === 0 || (items.length > 1 && resolve.problem !== null) ? null : (
        <p className="text-sm">
          {grave.length === 1 ? "A high or critical one is" : "High and critical ones are"} resolved after the
          post-incident review:{" "}
          {grave.slice(0, 5).map(({ reference }, index) => (
            <span key={reference}>
              {index > 0 ? ", " : null}
              <Link className="link" href={paths.escalations.review(reference)}>
                {items.length === 1 ? "write it now" : reference}
              </Link>
            </span>
          ))}
          {grave.length > 5 ? ` ${joinList(["", `${grave.length - 5} more`])}` : null}.
        </p>
      )}
      <Field
        label="What was done"
        hint="Kept with the escalation. If the same is raised again, a new episode begins and links to this one."
        error={resolve.errorOf("resolution")}
      >
        <Textarea name="resolution" rows={3} autoFocus maxLength={5_000} />
      </Field>
    </TriageSheet>
  );
}
