import { Check, X } from "lucide-react";
import { reasonSentence } from "@/components/governance/reason-sentences";
import { RecordLink } from "@/components/governance/record-link";
import { cn } from "@/components/ui/class-names";
import { Section } from "@/components/ui/section";
import type { EvidenceAnswer } from "@/lib/governance/audit/schema";
import { EntrySentence } from "./entry-sentence";

const TITLES = {
  receipt: { proved: "The receipt holds", refuted: "The receipt does not hold" },
  checkpoint: { proved: "The checkpoint holds", refuted: "The checkpoint does not hold" },
} as const;

/** What was proven, check by check, and what to do when something was not. */
export function EvidenceResult({ answer, linked }: { answer: EvidenceAnswer; linked: boolean }) {
  return (
    <Section title={TITLES[answer.kind][answer.outcome]} className="max-w-[44rem]">
      {answer.sentence === null || answer.number === null ? null : (
        <p className="mb-4 border-l-2 border-passed-solid pl-4 text-base">
          <EntrySentence sentence={answer.sentence} />
          <span className="block text-sm text-ink-muted">
            <RecordLink number={answer.number} linked={linked} />
          </span>
        </p>
      )}
      <ul className="space-y-1.5 text-sm">
        {answer.checks.map(({ holds, reason }) => {
          const Shape = holds ? Check : X;
          return (
            <li key={reason.code} className="flex items-start gap-2">
              <Shape
                role="img"
                aria-label={holds ? "Holds" : "Fails"}
                className={cn("mt-0.5 size-4 shrink-0", holds ? "text-passed" : "text-rejected")}
              />
              <span>{reasonSentence(reason)}</span>
            </li>
          );
        })}
      </ul>
      <p className="mt-4 text-sm text-ink-muted">{toAdvice(answer)}</p>
    </Section>
  );
}

function toAdvice({ outcome, checks }: EvidenceAnswer): string {
  if (outcome === "proved") {
    return "This server worked it out. To trust nobody, verify the export with the same receipt on a machine of your own.";
  }
  const isAgainstLog = checks.some(({ holds, reason }) => !holds && /^audit\.(?:entry|log)_/u.test(reason.code));
  return isAgainstLog
    ? "Keep what you have and show it to an auditor: it is signed, and the log contradicts it."
    : "What you gave is not as it was given out; the log is not in question. Use the file as it was, to its last character.";
}
