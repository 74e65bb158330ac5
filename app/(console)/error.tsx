"use client";
import { PageFailure } from "@/components/layout/page-failure";
import { paths } from "@/lib/client/paths";

export default function ConsoleError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <PageFailure
      error={error}
      retry={retry}
      title="This page could not be shown"
      state="Nothing was changed."
      tellWhat="what you wanted to do"
      wayOn={{ href: paths.home(), label: "Go to your home" }}
    />
  );
}
