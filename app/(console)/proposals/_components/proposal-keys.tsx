"use client";
import type { ReactNode } from "react";
import { useShortcut } from "@/components/layout/use-shortcut";
import { ListKeys } from "@/components/ui/list-keys";

/** From anywhere on the page, j and k enter the lists; inside, they walk on through all of them. */
function enter(end: "first" | "last"): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-proposals] a[data-row]")];
  rows.at(end === "first" ? 0 : -1)?.focus();
}

export function ProposalKeys({ children }: { children: ReactNode }) {
  useShortcut("j", () => enter("first"));
  useShortcut("k", () => enter("last"));
  return (
    <ListKeys>
      <div data-proposals>{children}</div>
    </ListKeys>
  );
}
