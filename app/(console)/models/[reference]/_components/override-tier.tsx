"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { TIER_LABELS } from "@/components/governance/labels";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { Tier } from "@/lib/governance/registry/schema";
import type { ModelView } from "@/lib/governance/registry/view";
import { ModelProblem } from "../../_components/model-problem";
import { overrideTierAction } from "../../actions";

type Subject = Pick<ModelView, "reference" | "tier" | "assessedTier" | "acts">;

export function OverrideTier({ model }: { model: Subject }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="small">Set another tier</Button>}
      title="Set another tier"
      description="Upward is free. Below what the facts give, or below the present tier, only the chair may go. The reason stays on record."
    >
      <OverrideForm model={model} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function OverrideForm({ model, onDone }: { model: Subject; onDone: () => void }) {
  const router = useRouter();
  const [tier, setTier] = useState<Tier>(model.tier);
  const override = useAction(overrideTierAction, {
    onDone: (saved) => {
      notify.done({ title: `Now tier ${TIER_LABELS[saved.tier].step} ${TIER_LABELS[saved.tier].word}` });
      router.refresh();
      onDone();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "");
    void override.run({ reference: model.reference, tier, reason });
  };
  return (
    <form onSubmit={submit} onInput={override.forget} className="space-y-4" noValidate>
      <ModelProblem problem={override.problemBeside("reason", "tier")} />
      <RadioGroup
        legend="Tier"
        name="tier"
        value={tier}
        onValueChange={(value) => setTier(Tier.parse(value))}
        choices={choicesFor(model)}
        error={override.errorOf("tier")}
      />
      <Field label="Reason" error={override.errorOf("reason")}>
        <Textarea name="reason" rows={3} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" tone="primary" pending={override.pending} disabled={tier === model.tier}>
          {tier === model.tier ? "Choose another tier" : `Set tier ${TIER_LABELS[tier].step}`}
        </Button>
      </div>
    </form>
  );
}

function choicesFor({ tier: current, assessedTier, acts }: Subject) {
  const rank = (tier: Tier) => Tier.options.indexOf(tier);
  const floor = Math.max(rank(current), rank(assessedTier));
  return Tier.options.map((tier) => {
    const isLower = rank(tier) < floor;
    const notes = [
      tier === current ? "as it is now" : "",
      tier === assessedTier ? "what the facts give" : "",
      isLower && !acts.canLowerTier ? "only the chair" : "",
    ].filter(Boolean);
    const { step, word } = TIER_LABELS[tier];
    return {
      value: tier,
      label: `Tier ${step} ${word}`,
      ...(notes.length === 0 ? {} : { hint: notes.join(", ") }),
      disabled: isLower && !acts.canLowerTier,
    };
  });
}
