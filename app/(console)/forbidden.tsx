import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";

export const metadata: Metadata = { title: "Not permitted" };

export default function ConsoleForbidden() {
  return (
    <>
      <PageHeader title="Your roles do not open this page" state="Nothing was changed." />
      <p className="max-w-read text-base">
        An admin can give you a role that does. Which roles there are, and who holds them, is shown under People.
      </p>
      <div className="mt-6 flex flex-wrap gap-2">
        <LinkButton tone="primary" href={paths.home()}>
          Go to your home
        </LinkButton>
        <LinkButton href={paths.people.list()}>People</LinkButton>
      </div>
    </>
  );
}
