"use client";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { leave } from "./leave";

export function LeaveButton() {
  const [pending, start] = useTransition();
  return (
    <Button pending={pending} onClick={() => start(leave)}>
      Sign out
    </Button>
  );
}
