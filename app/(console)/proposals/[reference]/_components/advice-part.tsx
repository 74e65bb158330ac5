import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/instant";
import type { AdviceView, AlignmentLevel, Provider, Recommendation } from "@/lib/governance/advisory/schema";
import type { AdviceAnswer } from "@/lib/governance/voting/proposal-view";
import { Part } from "./part";

const PROVIDER_WORDS: Readonly<Record<Provider, string>> = {
  rule_based: "rule-based",
  language_model: "language model",
};

const STANCE: Readonly<Record<Recommendation, string>> = {
  support: "Support",
  oppose: "Oppose",
  neutral: "Neutral",
};

const LEVEL: Readonly<Record<AlignmentLevel, string>> = {
  aligned: "Met",
  partly_aligned: "Met in part",
  not_aligned: "Not met",
  not_assessed: "Not assessed",
};

/** What an analyst makes of it: labelled, below what people submitted, and never beside the tally (ADV-1, ADV-3). */
export function AdvicePart({ advice, state }: { advice: AdviceView | null; state: AdviceAnswer["adviceState"] }) {
  if (advice === null) {
    if (state !== "asked") return null;
    return (
      <Part name="Advice">
        <span className="text-ink-muted">Asked for when voting opened, and not there yet. Nothing waits for it.</span>
      </Part>
    );
  }
  return (
    <Part name="Advice">
      <p className="max-w-read">
        <span className="text-ink-muted">(advice, {PROVIDER_WORDS[advice.provider]})</span>{" "}
        <span className="font-medium">{STANCE[advice.recommendation]}:</span> {advice.reasoning}
      </p>
      {advice.error === null ? null : <p className="text-ink-muted">{advice.error}.</p>}
      <Disclosure className="-my-1 max-md:-my-2.5 print:hidden" summary="More of the advice">
        <More advice={advice} />
      </Disclosure>
    </Part>
  );
}

function More({ advice }: { advice: AdviceView }) {
  return (
    <div className="space-y-3">
      <dl className="grid gap-x-4 gap-y-1 md:grid-cols-[11rem_minmax(0,1fr)]">
        {advice.alignment.map(({ principle, name, level, note }) => (
          <div key={principle} className="contents">
            <dt className="text-ink-muted max-md:mt-2">{name}</dt>
            <dd>
              <span className="font-medium">{LEVEL[level]}.</span> {note}
            </dd>
          </div>
        ))}
      </dl>
      <Sentences name="Risks" items={advice.risks} />
      <Sentences name="Benefits" items={advice.benefits} />
      <Sentences name="What could be changed" items={advice.suggestedModifications} />
      <p className="text-xs leading-5 text-ink-muted">
        By {advice.model}, {advice.promptVersion}, <Instant at={advice.recordedAt} as="dayTime" />. Advice has no vote
        and changes no count.
      </p>
    </div>
  );
}

function Sentences({ name, items }: { name: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <div>
      <h3 className="text-sm font-medium text-ink-muted">{name}</h3>
      <ul className="list-disc space-y-0.5 pl-5 marker:text-ink-faint">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
