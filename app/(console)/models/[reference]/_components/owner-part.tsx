import { PersonMark } from "@/components/governance/person-mark";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { ModelView } from "@/lib/governance/registry/view";
import { AssignOwner } from "../../_components/assign-owner";

export function OwnerPart({ model }: { model: ModelView }) {
  const { owner, acts } = model;
  return (
    <Section
      title="Owner"
      act={
        acts.canAssignOwner ? (
          <AssignOwner
            trigger={<Button size="small">{owner === null ? "Assign an owner" : "Assign another"}</Button>}
            title="Assign an owner"
            target={{ whose: { models: [model.reference] }, count: 1, subject: "this model" }}
          />
        ) : undefined
      }
    >
      {owner === null ? (
        <p className="text-sm text-ink-muted">
          Nobody answers for it yet. An admin assigns the owner, who then fills in the scorecard.
        </p>
      ) : (
        <PersonMark name={owner.name} note={acts.isOwn ? "you" : null} />
      )}
    </Section>
  );
}
