// The keys of the queue (ESC-11): everything without the mouse. Silent while somebody types or a sheet is open.
import { useShortcut } from "@/components/layout/use-shortcut";
import { ACTS } from "./triage-bar";
import type { SheetName } from "./triage-sheets";

export type QueueActs = {
  readonly step: (by: 1 | -1) => void;
  readonly toggle: () => void;
  readonly toggleLike: () => void;
  readonly toggleAll: () => void;
  readonly acknowledge: () => void;
  readonly openSheet: (sheet: SheetName) => void;
  readonly undo: (() => void) | null;
  readonly clear: () => void;
};

export function useQueueKeys(
  queue: QueueActs,
  { mayAnswer, mayTriage }: { readonly mayAnswer: boolean; readonly mayTriage: boolean },
): void {
  const answering = { enabled: mayAnswer };
  useShortcut("j", () => queue.step(1));
  useShortcut("arrowdown", () => queue.step(1));
  useShortcut("k", () => queue.step(-1));
  useShortcut("arrowup", () => queue.step(-1));
  useShortcut("/", () => document.querySelector<HTMLElement>("main input[type=search]")?.focus());
  useShortcut("?", () => queue.openSheet("help"));
  useShortcut("x", queue.toggle, answering);
  useShortcut("l", queue.toggleLike, answering);
  useShortcut("*", queue.toggleAll, answering);
  useShortcut("escape", queue.clear, answering);
  useShortcut("a", queue.acknowledge, answering);
  useShortcut("u", () => queue.undo?.(), answering);
  useActKey("assign", queue, mayAnswer);
  useActKey("resolve", queue, mayAnswer);
  useActKey("convert", queue, mayAnswer);
  useActKey("date", queue, mayAnswer);
  useActKey("silence", queue, mayTriage);
}

function useActKey(sheet: SheetName, queue: QueueActs, enabled: boolean): void {
  const keys = ACTS.find((act) => act.sheet === sheet)?.keys ?? "";
  useShortcut(keys, () => queue.openSheet(sheet), { enabled });
}
