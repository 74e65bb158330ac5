import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { plural } from "@/lib/format/words";
import type { ModelView } from "@/lib/governance/registry/view";

/** Everything the inventory said of it, in the order of the file; columns without a value are named at the end. */
export function SourceFacts({ model }: { model: ModelView }) {
  const { source, sourceFacts } = model;
  if (source === null) return null;
  const filled = sourceFacts.filter(({ value }) => value.trim() !== "");
  const empty = sourceFacts.filter(({ value }) => value.trim() === "");
  return (
    <Section title="From the inventory" note={source.name}>
      <p className="mb-2 text-xs break-all text-ink-muted">Known there as {source.id}</p>
      {sourceFacts.length === 0 ? (
        <p className="text-sm text-ink-muted">Every column of the inventory became a fact above.</p>
      ) : (
        <Disclosure summary={`${plural(filled.length, "source fact")} as they were read`}>
          <dl className="max-w-read text-sm">
            {filled.map(({ column, value }) => (
              <div key={column} className="border-b border-line py-2">
                <dt className="text-xs text-ink-muted">{column}</dt>
                <dd className="mt-0.5 break-words whitespace-pre-line">{value}</dd>
              </div>
            ))}
          </dl>
          {empty.length === 0 ? null : (
            <p className="mt-3 max-w-read text-xs text-ink-muted">
              Left empty there: {empty.map(({ column }) => `“${column}”`).join(", ")}.
            </p>
          )}
        </Disclosure>
      )}
    </Section>
  );
}
