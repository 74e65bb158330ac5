import { formatCount } from "@/lib/format/number";
import { joinList, plural } from "@/lib/format/words";
import { type Counts, OUTCOME_LABELS } from "./import-words";

/** "2,130 created, 3 duplicates": what there was, in words. */
export function sayCounts(counts: Counts): string {
  const said = OUTCOME_LABELS.filter(({ key }) => counts[key] > 0).map(
    ({ key, label }) => `${formatCount(counts[key])} ${label}`,
  );
  return said.length === 0 ? "no records" : joinList(said);
}

/** The records read and what became of each: the sum is written out so that anybody can add it up. */
export function CountsLine({ counts, future = false }: { counts: Counts; future?: boolean }) {
  return (
    <div>
      <p className="text-base">
        <strong className="font-semibold">{plural(counts.read, "record")}</strong> {future ? "would be" : "read"} ={" "}
        {OUTCOME_LABELS.map(({ key, label }, index) => (
          <span key={key} className={counts[key] === 0 ? "text-ink-muted" : undefined}>
            {index === 0 ? "" : " + "}
            <span className={counts[key] === 0 ? undefined : "font-semibold"}>{formatCount(counts[key])}</span> {label}
          </span>
        ))}
      </p>
    </div>
  );
}
