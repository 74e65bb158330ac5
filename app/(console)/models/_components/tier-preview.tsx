"use client";
import { useEffect, useState } from "react";
import { TierBadge } from "@/components/governance/tier-badge";
import { VerdictReasons } from "@/components/governance/verdict-reasons";
import { cn } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import type { TierFacts } from "@/lib/governance/registry/schema";
import { assessFactsAction } from "../actions";

type Assessed = Extract<Awaited<ReturnType<typeof assessFactsAction>>, { ok: true }>["value"];

const INVOLVEMENT: Record<Assessed["boardInvolvement"], string> = {
  report_only: "Approved by rule when the scorecard passes, and reported to the board.",
  advisory: "The board advises; the chair decides.",
  approval_required: "The board decides by a binding vote.",
  direct_oversight: "The board decides by a binding vote, on going live as well.",
};

/** The tier that the answers give as they stand, judged by the server; nothing is saved by it. */
export function TierPreview({ facts }: { facts: TierFacts }) {
  const { assessed, isStale } = useAssessment(facts);
  return (
    <section aria-label="Tier" className="rounded-md border border-line bg-sunken px-4 py-3">
      <h2 className="mb-2 text-sm font-semibold">Tier by these answers</h2>
      <div aria-live="polite" className={cn("min-h-24 transition-opacity", isStale && "opacity-60")}>
        {assessed === null ? (
          <Skeleton className="h-5 w-32" />
        ) : (
          <>
            <TierBadge tier={assessed.tier} />
            <VerdictReasons reasons={assessed.reasons} label="Why this tier" className="mt-2" />
            <p className="mt-2 text-xs text-ink-muted">
              {INVOLVEMENT[assessed.boardInvolvement]} Review every {assessed.reviewEveryDays} days.
            </p>
          </>
        )}
      </div>
    </section>
  );
}

function useAssessment(facts: TierFacts): { assessed: Assessed | null; isStale: boolean } {
  const [assessed, setAssessed] = useState<Assessed | null>(null);
  const [asked, setAsked] = useState("");
  const wanted = JSON.stringify(facts);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await assessFactsAction({ facts: JSON.parse(wanted) as TierFacts }).catch(() => null);
      if (!isCurrent || result === null || !result.ok) return;
      setAssessed(result.value);
      setAsked(wanted);
    }, 120);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  return { assessed, isStale: asked !== wanted };
}
