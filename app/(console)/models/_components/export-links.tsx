"use client";
import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import { paths } from "@/lib/client/paths";

/** The whole registry as a file; that it left the house is put on record. */
export function ExportLinks() {
  return (
    <Menu
      label="Export all models"
      trigger={
        <Button>
          <Download aria-hidden />
          Export
        </Button>
      }
    >
      <MenuLabel>All models, source facts included</MenuLabel>
      <MenuItem asChild>
        <a href={paths.models.export("csv")} download>
          CSV, for a spreadsheet
        </a>
      </MenuItem>
      <MenuItem asChild>
        <a href={paths.models.export("json")} download>
          JSON, for a program
        </a>
      </MenuItem>
    </Menu>
  );
}
