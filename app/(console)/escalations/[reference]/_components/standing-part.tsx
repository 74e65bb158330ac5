import { reasonSentence } from "@/components/governance/reason-sentences";
import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { sentenceCase } from "@/lib/format/words";
import type { EscalationView } from "@/lib/governance/escalations/view";
import { QueueMarks } from "../../_components/queue-marks";

/** Where it stands and the way it came: every stage with its reason (ESC-3). */
export function StandingPart({ item }: { item: EscalationView }) {
  return (
    <Section title="Where it stands">
      <QueueMarks item={item} />
      {item.downgradedFrom === null ? null : (
        <p className="mt-1 text-xs text-ink-muted">Its severity and its deadline stay as they are.</p>
      )}
      <Disclosure summary="The way it came" className="mt-1">
        <ol className="border-t border-line text-sm">
          {item.marks.map((mark, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item may pass a stage twice, and its marks never change order
            <li key={index} className="grid grid-cols-[5rem_1fr] gap-x-2 border-b border-line py-1.5">
              <span className="text-ink-muted">{sentenceCase(mark.stage)}</span>
              <span>
                {sentenceCaseOnly(reasonSentence(mark))}
                {mark.until === null ? null : (
                  <>
                    , <Instant at={mark.until} as="dayTime" />
                  </>
                )}
              </span>
            </li>
          ))}
        </ol>
      </Disclosure>
    </Section>
  );
}

const sentenceCaseOnly = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
