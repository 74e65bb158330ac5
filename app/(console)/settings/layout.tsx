import type { ReactNode } from "react";
import { PlaceTabs } from "@/components/ui/place-tabs";
import { paths } from "@/lib/client/paths";
import { listKeys } from "@/lib/governance/identity/operations/list-keys";
import { mayInvoke } from "@/lib/server/may";
import { requireActor } from "@/lib/server/page-query";

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const places = [
    { href: paths.settings.organization(), label: "Organisation" },
    { href: paths.settings.account(), label: "Your account" },
    ...(mayInvoke(actor, listKeys) ? [{ href: paths.settings.keys(), label: "API keys" }] : []),
  ];
  return (
    <>
      <PlaceTabs label="Settings" places={places} />
      {children}
    </>
  );
}
