"use client";
import { Dialog } from "@/components/ui/dialog";

const KEYS: readonly (readonly [string, string])[] = [
  ["j  ↓", "Next"],
  ["k  ↑", "Previous"],
  ["Enter", "Open"],
  ["q", "From an open one back to the queue"],
  ["a", "Acknowledge: you answer for it"],
  ["s", "Assign to somebody"],
  ["r", "Resolve"],
  ["c", "Convert to a proposal"],
  ["d", "Date a review"],
  ["m", "Silence what is like it"],
  ["u", "Undo the last acknowledgement or assignment"],
  ["x", "Select, or not any more"],
  ["l", "Select all like it: same source and category"],
  ["*", "Select all on the page, or none"],
  ["Esc", "Select nothing, and put messages away"],
  ["/", "Find in the queue"],
  ["Ctrl K", "Go to a place or do something"],
];

export function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Keys of the queue"
      description="An act is about what is selected, or else about the framed row."
    >
      <dl className="grid grid-cols-[6rem_1fr] gap-y-1.5">
        {KEYS.map(([keys, what]) => (
          <div key={keys} className="contents">
            <dt>
              <kbd className="rounded-sm border border-line-strong bg-sunken px-1.5 py-0.5 font-mono text-xs">
                {keys}
              </kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
