import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { createKey } from "@/lib/governance/identity/operations/create-key";
import { listKeys } from "@/lib/governance/identity/operations/list-keys";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { KeyTable } from "./_components/key-table";
import { NewKey } from "./_components/new-key";

export const metadata: Metadata = { title: "API keys" };

export default async function KeysPage() {
  const [actor, { items, grantableScopes }] = await Promise.all([requireActor(), pageQuery(listKeys, {})]);
  const mayChange = mayInvoke(actor, createKey);
  return (
    <>
      <PageHeader
        title="API keys"
        state={
          <>
            A key acts as you, within its scopes, for programs and scripts.{" "}
            <Link href={paths.apiDocs()} className="link">
              How to use it
            </Link>
          </>
        }
        act={mayChange ? <NewKey scopes={grantableScopes} /> : undefined}
      />
      <KeyTable keys={items} mayChange={mayChange} />
    </>
  );
}
