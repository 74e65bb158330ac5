import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Entrance } from "@/components/layout/entrance";
import { paths } from "@/lib/client/paths";
import { findOrganizations } from "@/lib/server/installation";
import { FirstRunForm } from "./_components/first-run-form";

export const metadata: Metadata = { title: "Set up" };

export default async function FirstRunPage() {
  if ((await findOrganizations()).length > 0) redirect(paths.signIn());
  return (
    <Entrance
      wide
      title="Set up your organisation"
      lead="Three things to begin with: who governs, under which charter, and who runs this installation. All of it can change later; the charter by vote."
    >
      <FirstRunForm zones={["UTC", ...Intl.supportedValuesOf("timeZone")]} />
    </Entrance>
  );
}
