"use client";
import { Button } from "@/components/ui/button";

export function PrintBriefing() {
  return <Button onClick={() => window.print()}>Print the briefing</Button>;
}
