import type { Metadata } from "next";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { changeSettings } from "@/lib/governance/identity/operations/change-settings";
import { getSettings } from "@/lib/governance/identity/operations/get-settings";
import { sayQuantity } from "@/lib/governance/kernel/quantity";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { OrganizationForm } from "./_components/organization-form";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const [actor, { organization, settings }] = await Promise.all([requireActor(), pageQuery(getSettings, {})]);
  if (mayInvoke(actor, changeSettings)) {
    return (
      <>
        <PageHeader
          title="Organisation"
          state="What holds for everybody here. Every change is recorded with before and after."
        />
        <OrganizationForm
          organization={organization}
          settings={settings}
          zones={["UTC", ...Intl.supportedValuesOf("timeZone")]}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Organisation"
        state="What holds for everybody here. An admin can change it, and so can a vote of all members."
      />
      <DefinitionList
        className="max-w-160"
        items={[
          { term: "Name", value: organization.name },
          { term: "Time zone", value: organization.timeZone.replaceAll("_", " ") },
          ...settings.map((setting) => ({
            term: setting.label,
            value: (
              <>
                {sayQuantity(setting)}
                <span className="block text-xs text-ink-muted">{setting.meaning}</span>
              </>
            ),
          })),
        ]}
      />
    </>
  );
}
