"use client";
import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";

/** One sheet of the board pack, with every justification and its evidence. */
export function PrintButton() {
  return (
    <Button tone="quiet" size="small" className="-ml-2.5" onClick={() => window.print()}>
      <Printer aria-hidden />
      Print for the board pack
    </Button>
  );
}
