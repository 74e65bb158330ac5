"use client";
import { useEffect, useRef } from "react";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=checkbox]), textarea, select, [contenteditable=true]") !== null
  );
}

/**
 * Runs `act` on a key: "y", "mod+k" (Ctrl or Cmd). Silent while somebody types or a dialog is open, unless `everywhere`.
 */
export function useShortcut(
  keys: string,
  act: () => void,
  options: { everywhere?: boolean; enabled?: boolean } = {},
): void {
  const { everywhere = false, enabled = true } = options;
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!enabled) return;
    const parts = keys.split("+");
    const key = parts.at(-1);
    const needsMod = parts.includes("mod");
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || (event.metaKey || event.ctrlKey) !== needsMod) return;
      if (event.key.toLowerCase() !== key) return;
      if (
        !everywhere &&
        (isTyping(event.target) || document.querySelector("[role=dialog], [role=alertdialog]") !== null)
      )
        return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [keys, everywhere, enabled]);
}
