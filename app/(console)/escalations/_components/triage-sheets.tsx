"use client";
import type { QueueItem } from "@/lib/governance/escalations/view";
import { AssignSheet } from "./assign-sheet";
import { ConvertSheet } from "./convert-sheet";
import { KeyHelp } from "./key-help";
import type { PersonOption } from "./people-options";
import { ResolveSheet } from "./resolve-sheet";
import { ReviewDateSheet } from "./review-date-sheet";
import { SilenceSheet } from "./silence-sheet";

export type SheetName = "assign" | "resolve" | "convert" | "date" | "silence" | "help";

/** The sheet that is open, about what was chosen when it was opened. */
export type OpenSheet = { readonly name: SheetName; readonly items: readonly QueueItem[] };

export function TriageSheets({
  open,
  people,
  mayDecide,
  onClose,
  onDone,
  onAcknowledge,
}: {
  open: OpenSheet | null;
  people: readonly PersonOption[];
  mayDecide: boolean;
  onClose: () => void;
  onDone: (references: readonly string[], undo?: string) => void;
  onAcknowledge: (references: readonly string[]) => void;
}) {
  if (open === null) return null;
  const shared = { items: open.items, onClose, onDone };
  switch (open.name) {
    case "assign":
      return <AssignSheet {...shared} people={people} />;
    case "resolve":
      return <ResolveSheet {...shared} />;
    case "convert":
      return <ConvertSheet {...shared} mayDecide={mayDecide} />;
    case "date":
      return <ReviewDateSheet {...shared} people={people} />;
    case "silence":
      return <SilenceSheet items={open.items} onClose={onClose} onAcknowledge={onAcknowledge} />;
    case "help":
      return <KeyHelp onClose={onClose} />;
  }
}
