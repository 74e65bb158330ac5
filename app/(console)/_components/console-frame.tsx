"use client";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { AppShell } from "@/components/layout/app-shell";
import { notify } from "@/components/ui/toast";
import { LiveRefresh } from "@/lib/client/live";
import { markAllReadAction } from "../actions";
import { leave } from "./leave";

type ShellProps = ComponentProps<typeof AppShell>;

/** The shell with its two acts: leaving, and marking everything as read. */
export function ConsoleFrame({
  isDemo,
  children,
  ...shell
}: Omit<ShellProps, "signOut" | "readAllNotifications" | "banner"> & { isDemo: boolean }) {
  const router = useRouter();
  const readAll = async () => {
    const result = await markAllReadAction({});
    if (result.ok) router.refresh();
    else notify.refused(result.problem);
  };
  return (
    <AppShell {...shell} signOut={leave} readAllNotifications={readAll} banner={isDemo ? <DemoNote /> : undefined}>
      <LiveRefresh />
      {children}
    </AppShell>
  );
}

function DemoNote() {
  return (
    <aside
      aria-label="Demonstration"
      className="border-b border-line bg-sunken px-4 py-1.5 text-xs text-ink-muted md:px-8 lg:px-10 print:hidden"
    >
      Demonstration data: the organisation, its people and its models are invented.
    </aside>
  );
}
