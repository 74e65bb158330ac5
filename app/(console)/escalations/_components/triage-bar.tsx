"use client";
import { Check, CircleHelp, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { MoreActs } from "./more-acts";
import type { SheetName } from "./triage-sheets";

export const ACTS: readonly { readonly sheet: SheetName; readonly label: string; readonly keys: string }[] = [
  { sheet: "assign", label: "Assign", keys: "s" },
  { sheet: "resolve", label: "Resolve", keys: "r" },
  { sheet: "convert", label: "Convert", keys: "c" },
  { sheet: "date", label: "Review later", keys: "d" },
  { sheet: "silence", label: "Silence", keys: "m" },
];

function Key({ children }: { children: string }) {
  return <kbd className="font-mono text-xs text-ink-muted max-lg:hidden">{children}</kbd>;
}

/** What can be done with the chosen rows, or with the one that the keyboard is at. Below the list, always in sight. */
export function TriageBar({
  about,
  count,
  alike,
  isIdle,
  acts,
  onLike,
  onAcknowledge,
  onSheet,
  onClear,
  onUndo,
}: {
  /** What it is about, in words. */
  about: string;
  /** How many are chosen. */
  count: number;
  /** How many more are like the one that the keyboard is at. */
  alike: number;
  /** Nothing is there to be answered; what was can still be taken back. */
  isIdle: boolean;
  acts: typeof ACTS;
  onLike: () => void;
  onAcknowledge: () => void;
  onSheet: (sheet: SheetName) => void;
  onClear: () => void;
  onUndo: (() => void) | null;
}) {
  return (
    <section
      aria-label="Answer"
      data-desk-bar
      data-action-bar={count > 0 ? true : undefined}
      className={`sticky bottom-0 z-20 -mx-2 mt-2 flex flex-wrap items-center gap-1.5 border-t border-line bg-paper px-2 py-2.5 max-md:fixed max-md:inset-x-0 max-md:bottom-(--bottom-bar) max-md:mx-0 max-md:bg-raised max-md:px-4 print:hidden ${count === 0 ? "max-md:hidden" : ""}`}
    >
      <p className="flex min-w-0 flex-[1_1_8rem] items-center gap-1 text-sm text-ink-muted max-md:basis-full">
        <span className="truncate" aria-live="polite">
          {about}
        </span>
        {alike > 0 ? (
          <Button
            size="small"
            tone="quiet"
            onClick={onLike}
            aria-keyshortcuts="l"
            title="Select those with the same source and category"
          >
            +{alike} like it <Key>l</Key>
          </Button>
        ) : null}
        {count > 0 ? (
          <Button size="small" tone="quiet" onClick={onClear}>
            <X aria-hidden />
            Clear
          </Button>
        ) : null}
      </p>
      {onUndo === null ? null : (
        <Button size="small" tone="quiet" onClick={onUndo} aria-keyshortcuts="u">
          Undo <Key>u</Key>
        </Button>
      )}
      {isIdle ? null : <Answers acts={acts} onAcknowledge={onAcknowledge} onSheet={onSheet} />}
    </section>
  );
}

function Answers({
  acts,
  onAcknowledge,
  onSheet,
}: {
  acts: typeof ACTS;
  onAcknowledge: () => void;
  onSheet: (sheet: SheetName) => void;
}) {
  return (
    <>
      <Button
        size="small"
        tone="primary"
        onClick={onAcknowledge}
        aria-keyshortcuts="a"
        className="max-md:h-11 max-md:flex-1"
      >
        <Check aria-hidden />
        Acknowledge <kbd className="font-mono text-xs max-lg:hidden">a</kbd>
      </Button>
      {acts.map(({ sheet, label, keys }, index) => (
        <Button
          key={sheet}
          size="small"
          onClick={() => onSheet(sheet)}
          aria-keyshortcuts={keys}
          className={index > 0 ? "max-md:hidden" : "max-md:h-11 max-md:flex-1"}
        >
          {label} <Key>{keys}</Key>
        </Button>
      ))}
      <MoreActs acts={acts.slice(1)} onSheet={onSheet} />
      <Button
        size="small"
        tone="quiet"
        onClick={() => onSheet("help")}
        aria-keyshortcuts="?"
        aria-label="Keys of the queue"
        className="max-md:hidden"
      >
        <CircleHelp aria-hidden />
        <Key>?</Key>
      </Button>
    </>
  );
}
