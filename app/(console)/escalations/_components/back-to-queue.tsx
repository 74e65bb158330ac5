"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useShortcut } from "@/components/layout/use-shortcut";
import { BackLink } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { queueAddress } from "./queue-place";

/** To the queue as it was left: filters, page, and the row of the keyboard. Also by the key q. */
export function BackToQueue() {
  const router = useRouter();
  const [href, setHref] = useState(paths.escalations.list());
  useEffect(() => setHref(queueAddress()), []);
  useShortcut("q", () => router.push(queueAddress()));
  return <BackLink href={href}>Attention</BackLink>;
}
