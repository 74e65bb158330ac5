import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";

export const metadata: Metadata = { title: "Not found" };

export default function ConsoleNotFound() {
  return (
    <>
      <PageHeader title="There is nothing here" state="The address names nothing in this organisation." />
      <p className="max-w-read text-base">
        It may have been mistyped, or belong to another organisation. Look for it in its list instead.
      </p>
      <div className="mt-6 flex flex-wrap gap-2">
        <LinkButton tone="primary" href={paths.home()}>
          Go to your home
        </LinkButton>
        <LinkButton href={paths.escalations.list()}>Attention</LinkButton>
        <LinkButton href={paths.proposals.list()}>Votes</LinkButton>
        <LinkButton href={paths.models.list()}>Models</LinkButton>
      </div>
    </>
  );
}
