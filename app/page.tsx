import { redirect } from "next/navigation";
import { paths } from "@/lib/client/paths";
import { findOrganizations } from "@/lib/server/installation";

export default async function RootPage() {
  const known = await findOrganizations();
  redirect(known.length === 0 ? paths.firstRun() : paths.home());
}
