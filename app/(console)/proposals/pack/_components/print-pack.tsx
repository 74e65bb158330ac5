"use client";
import { Button } from "@/components/ui/button";

export function PrintPack() {
  return (
    <Button tone="primary" onClick={() => window.print()}>
      Print the pack
    </Button>
  );
}
