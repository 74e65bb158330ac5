"use client";
import { useEffect, useRef, useState } from "react";
import type { ScorecardView } from "@/lib/governance/registry/scorecard-view";
import { readBackup } from "./draft-backup";
import { DraftSaver, type SaveState } from "./draft-saver";
import { type DraftText, toDraftText } from "./draft-text";

/** The scorecard as it is typed, how it stands by the server's last answer, and whether it is saved. */
export function useDraft(reference: string, given: ScorecardView, isOpen: boolean) {
  const [typed, setTyped] = useState(() => toDraftText(given));
  const [view, setView] = useState(given);
  const [state, setState] = useState<SaveState>({ kind: "saved" });
  const [saver] = useState(
    () => new DraftSaver(reference, { typed, revision: given.revision }, { onView: setView, onState: setState }),
  );
  const change = (next: DraftText) => {
    setTyped(next);
    saver.change(next);
  };
  const settle = (theirs: ScorecardView, whose: "mine" | "theirs") => {
    saver.settle(theirs, whose === "mine" ? typed : null);
    if (whose === "mine") return;
    const begin = toDraftText(theirs);
    setTyped(begin);
    saver.accept(begin);
  };
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current || !isOpen) return;
    isBegun.current = true;
    const backup = readBackup(reference);
    if (backup === null) return;
    setTyped(backup.typed);
    saver.change(backup.typed, backup.revision);
  }, [reference, isOpen, saver]);
  useEffect(() => () => saver.stop(), [saver]);
  useWarning(state.kind !== "saved");
  return { typed, view, state, change, settle, save: () => saver.save() };
}

/** The browser asks before a page with unsaved words is left. */
function useWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsaved]);
}

export type DraftDesk = ReturnType<typeof useDraft>;
