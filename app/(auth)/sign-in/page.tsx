import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Entrance } from "@/components/layout/entrance";
import { Disclosure } from "@/components/ui/disclosure";
import { paths } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { listDemoPeople } from "@/lib/governance/identity/operations/list-demo-people";
import { findOrganizations } from "@/lib/server/installation";
import { publicQuery } from "@/lib/server/public-query";
import { currentActor } from "@/lib/server/request";
import { findDemoOrganization, singleSignOnName } from "@/lib/server/sign-in";
import { DemoPicker } from "./_components/demo-picker";
import { toOwnPath } from "./_components/own-path";
import { SignInForm } from "./_components/sign-in-form";
import { SingleSignOn } from "./_components/single-sign-on";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const given = await searchParams;
  const to = toOwnPath(given.from ?? given.callbackUrl) ?? paths.home();
  const [known, actor, demo] = await Promise.all([findOrganizations(), currentActor(), findDemoOrganization()]);
  if (known.length === 0) redirect(paths.firstRun());
  if (actor !== null) redirect(to);
  const errorCode = typeof given.error === "string" ? given.error : null;
  const provider = singleSignOnName();
  const form = <SignInForm to={to} errorCode={errorCode} />;
  if (demo === null) {
    return (
      <Entrance title="Sign in" lead={known[0]?.name}>
        {provider === null ? null : <SingleSignOn name={provider} to={to} />}
        {form}
        <p className="mt-6 text-sm text-ink-muted">Lost your password? An admin can give you a new link.</p>
      </Entrance>
    );
  }
  const people = await publicQuery(listDemoPeople, demo.id, {});
  return (
    <Entrance
      wide
      title={demo.name}
      lead="A demo organisation: everything in it is made up, and everything works. Choose whom you want to be; you can change at any time."
    >
      <DemoPicker people={people} to={to} />
      <div className="mt-8 border-t border-line pt-4">
        <Disclosure summary="Sign in with a password" open={errorCode !== null}>
          <div className="max-w-96 pt-2">{form}</div>
        </Disclosure>
      </div>
    </Entrance>
  );
}
