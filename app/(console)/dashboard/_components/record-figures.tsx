import { DefinitionList } from "@/components/ui/definition-list";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { formatCount } from "@/lib/format/number";
import type { Home } from "@/lib/governance/dashboard/schema";

/** How the record stands, for somebody who comes to check it. */
export function RecordFigures({ record }: { record: NonNullable<Home["record"]> }) {
  return (
    <Section
      title="The record"
      rule={false}
      note="Every act is one entry; the log can be verified without this product"
    >
      <DefinitionList
        items={[
          { term: "Entries", value: formatCount(record.entries) },
          { term: "Latest entry", value: record.lastEntryAt === null ? "–" : <Instant at={record.lastEntryAt} /> },
          { term: "Decisions", value: formatCount(record.decisions) },
        ]}
      />
    </Section>
  );
}
