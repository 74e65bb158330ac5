"use client";
import type { ComponentProps } from "react";
import { ReasonDialog } from "@/components/governance/reason-dialog";
import { ModelProblem } from "../../_components/model-problem";

type Asked<Value> = Omit<ComponentProps<typeof ReasonDialog<Value>>, "button" | "size" | "verb" | "hint" | "toRefusal">;

/** An act on a model with its reason; a refusal names the way on. */
export function ModelReasonDialog<Value>({ label, ...asked }: Asked<Value> & { label: string }) {
  return (
    <ReasonDialog
      {...asked}
      button={label}
      verb={label}
      size="small"
      hint="Kept in the record"
      toRefusal={(problem) => <ModelProblem problem={problem} />}
    />
  );
}
