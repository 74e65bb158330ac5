import type { Metadata } from "next";
import { readHome } from "@/lib/governance/dashboard/operations/read-home";
import { pageQuery } from "@/lib/server/page-query";

export const metadata: Metadata = { title: "Home" };

export default async function DashboardPage() {
  const home = await pageQuery(readHome, {});
  return <pre>{JSON.stringify(home, null, 1)}</pre>;
}
