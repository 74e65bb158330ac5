import type { Column } from "@/components/ui/table";
import type { QueueItem } from "@/lib/governance/escalations/view";
import type { useCursor } from "./use-cursor";

type Choice = Pick<ReturnType<typeof useCursor<QueueItem>>, "isAll" | "isChosen" | "toggle" | "toggleAll" | "go">;

/** The boxes before the rows. Whoever ticks one by hand has the keyboard there too. */
export function chooseColumn({ isAll, isChosen, toggle, toggleAll, go }: Choice): Column<QueueItem> {
  return {
    key: "choose",
    header: (
      <input
        type="checkbox"
        aria-label="Select all on this page"
        checked={isAll}
        onChange={toggleAll}
        className="size-4 align-middle"
      />
    ),
    width: "w-10",
    phone: "start",
    cell: ({ reference, title }) => (
      <input
        type="checkbox"
        aria-label={`Select ${title}`}
        checked={isChosen(reference)}
        onChange={() => {
          toggle([reference]);
          go(reference);
        }}
        className="relative z-1 size-4 align-middle max-md:size-5"
      />
    ),
  };
}
