import { DefinitionList } from "@/components/ui/definition-list";
import { sentenceCase } from "@/lib/format/words";
import type { ToldEntry } from "@/lib/governance/audit/schema";
import { ErasePersonal } from "./erase-personal";

const SAID: Record<ToldEntry["personalState"], string> = {
  none: "No personal data belongs to this entry.",
  present:
    "Kept beside the entry, which holds only a salted commitment to it: it can be erased, and every proof still holds.",
  withheld: "There is some, which your roles do not show. The entry holds only a salted commitment to it.",
  erased: "It was erased. The entry still holds the commitment, which tells nothing without it.",
};

/** What may have to be erased one day, shown to those who may see it. */
export function PersonalData({ entry, mayErase }: { entry: ToldEntry; mayErase: boolean }) {
  const items = Object.entries(entry.personal ?? {}).map(([name, value]) => ({
    term: sentenceCase(name.replace(/([A-Z])/gu, " $1").toLowerCase()),
    value: (
      <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {typeof value === "string" ? value : JSON.stringify(value)}
      </span>
    ),
  }));
  const isThere = entry.personalState === "present" || entry.personalState === "withheld";
  return (
    <>
      <p className="max-w-read text-sm text-ink-muted">{SAID[entry.personalState]}</p>
      {items.length === 0 ? null : <DefinitionList items={items} className="mt-3" />}
      {mayErase && isThere ? (
        <div className="mt-4">
          <ErasePersonal number={entry.number} reference={entry.reference} />
        </div>
      ) : null}
    </>
  );
}
