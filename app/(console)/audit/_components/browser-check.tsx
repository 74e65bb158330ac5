"use client";
import { Check, CircleHelp, LoaderCircle, X } from "lucide-react";
import { useEffect, useState } from "react";
import { cn } from "@/components/ui/class-names";
import { checkReceipt, type ReceiptAnswer, type ReceiptStep, type StepAnswer } from "@/lib/client/receipt-check";
import type { ReceiptProof } from "@/lib/governance/audit/schema";

const STEPS: readonly { step: ReceiptStep; holds: string; fails: string }[] = [
  {
    step: "text",
    holds: "The text below has the hash that stands in the tree",
    fails: "The text below does not have the hash that stands in the tree",
  },
  {
    step: "path",
    holds: "From that hash, the path leads to the root of the checkpoint",
    fails: "The path does not lead to the root of the checkpoint",
  },
  {
    step: "signature",
    holds: "The checkpoint carries the signature of this log’s key",
    fails: "The checkpoint does not carry the signature of this log’s key",
  },
];

const MARKS = {
  holds: { Shape: Check, tone: "text-passed", word: "Holds" },
  fails: { Shape: X, tone: "text-rejected", word: "Fails" },
  unable: { Shape: CircleHelp, tone: "text-ink-muted", word: "Not checked: this browser cannot" },
} as const;

/** The proof worked out again in this browser, apart from the server that handed it out. */
export function BrowserCheck({ receipt }: { receipt: ReceiptProof }) {
  const [answer, setAnswer] = useState<ReceiptAnswer | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let isCurrent = true;
    setAnswer(null);
    checkReceipt(receipt).then(
      (found) => isCurrent && setAnswer(found),
      (error: unknown) => isCurrent && setFailure(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [receipt]);
  if (failure !== null) throw failure;
  return (
    <div role="status" aria-busy={answer === null}>
      <ol aria-label="Checked in your browser" className="space-y-1.5 text-sm">
        {STEPS.map(({ step, ...words }) => (
          <li key={step} className="flex items-start gap-2">
            <Mark answer={answer?.[step] ?? null} />
            <span>{answer?.[step] === "fails" ? words.fails : words.holds}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Mark({ answer }: { answer: StepAnswer | null }) {
  if (answer === null)
    return <LoaderCircle aria-label="Being checked" className="mt-0.5 size-4 shrink-0 animate-spin" />;
  const { Shape, tone, word } = MARKS[answer];
  return <Shape aria-label={word} role="img" className={cn("mt-0.5 size-4 shrink-0", tone)} />;
}
