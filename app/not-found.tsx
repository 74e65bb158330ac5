import type { Metadata } from "next";
import { Entrance } from "@/components/layout/entrance";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Entrance title="There is no such page" lead="The address may have been mistyped, or the page may have moved.">
      <LinkButton tone="primary" href={paths.home()}>
        Go to your home
      </LinkButton>
    </Entrance>
  );
}
