import Link from "next/link";
import { FormProblem } from "@/components/ui/field";
import { paths } from "@/lib/client/paths";
import type { Problem } from "@/lib/governance/kernel/problem";

/** A refusal with the way on: to the proposal that locks the model, or to the model that has the name already. */
export function ModelProblem({ problem }: { problem: Problem | null }) {
  if (problem === null) return null;
  const { proposal, reference } = problem.facts;
  return (
    <div className="space-y-2">
      <FormProblem problem={problem} />
      {typeof proposal === "string" && proposal !== "" ? (
        <p className="text-sm">
          <Link href={paths.proposals.detail(proposal)} className="link">
            Open {proposal}
          </Link>{" "}
          to see the vote, or to withdraw it there and edit.
        </p>
      ) : null}
      {problem.code === "registry.model_exists" && typeof reference === "string" && reference.startsWith("MDL-") ? (
        <p className="text-sm">
          <Link href={paths.models.detail(reference)} className="link">
            Open {reference}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
