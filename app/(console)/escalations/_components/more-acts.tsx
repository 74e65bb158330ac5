"use client";
import { EllipsisVertical } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { SheetName } from "./triage-sheets";

/** On the phone, what does not fit beside the first two. */
export function MoreActs({
  acts,
  onSheet,
}: {
  acts: readonly { readonly sheet: SheetName; readonly label: string }[];
  onSheet: (sheet: SheetName) => void;
}) {
  if (acts.length === 0) return null;
  return (
    <span className="md:hidden">
      <Menu
        label="More ways to answer"
        trigger={
          <Button size="icon" aria-label="More ways to answer" className="size-11">
            <EllipsisVertical aria-hidden />
          </Button>
        }
      >
        {acts.map(({ sheet, label }) => (
          <MenuItem key={sheet} onSelect={() => onSheet(sheet)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </span>
  );
}
