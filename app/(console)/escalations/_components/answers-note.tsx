import Link from "next/link";
import { paths } from "@/lib/client/paths";

/** Above a form that was begun from an escalation. */
export function AnswersNote({ escalation }: { escalation: string | null }) {
  if (escalation === null) return null;
  return (
    <p className="rounded-md border border-line bg-sunken px-4 py-2.5 text-sm">
      Answers{" "}
      <Link className="link font-mono text-xs" href={paths.escalations.detail(escalation)}>
        {escalation}
      </Link>
      : it is linked as soon as this is sent, and counts as acknowledged by you.
    </p>
  );
}
