"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { plural } from "@/lib/format/words";
import type { OwnSession } from "@/lib/governance/identity/schema";
import { endOtherSessionsAction, endSessionAction } from "../../actions";
import { nameDevice } from "./device-name";

export function SessionList({ sessions }: { sessions: readonly OwnSession[] }) {
  const router = useRouter();
  const endOthers = async () => {
    const answer = await endOtherSessionsAction({});
    if (!answer.ok) return `${answer.problem.title}: ${answer.problem.detail}`;
    notify.done({ title: `${plural(answer.value.ended, "session")} ended` });
    router.refresh();
  };
  const hasOthers = sessions.some((session) => !session.isCurrent);
  return (
    <Section
      title="Sessions"
      note="Where you are signed in"
      className="max-w-160"
      act={
        hasOthers ? (
          <Confirm
            trigger={
              <Button size="small" tone="quiet">
                End all others…
              </Button>
            }
            title="End all other sessions?"
            consequence="Every other browser is signed out at once. This one stays."
            act="End the other sessions"
            onConfirm={endOthers}
          />
        ) : undefined
      }
    >
      <ul className="border-t border-line">
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
    </Section>
  );
}

function SessionLine({ session }: { session: OwnSession }) {
  const router = useRouter();
  const end = useAction(endSessionAction, {
    onDone: () => {
      notify.done({ title: "Session ended" });
      router.refresh();
    },
    onRefused: (problem) => notify.refused({ title: problem.title, detail: problem.detail }),
  });
  return (
    <li className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2">
      <div className="min-w-0">
        <p title={session.userAgent} className="font-medium">
          {nameDevice(session.userAgent)}
          {session.isCurrent ? <span className="font-normal text-ink-muted"> · this one</span> : null}
        </p>
        <p className="text-xs text-ink-muted">
          {session.address === "" ? "" : `${session.address} · `}
          last seen <Instant at={session.lastSeenAt} /> · ends <Instant at={session.expiresAt} />
        </p>
      </div>
      {session.isCurrent ? null : (
        <Button
          size="small"
          pending={end.pending}
          aria-label={`End the session in ${nameDevice(session.userAgent)}`}
          onClick={() => void end.run({ sessionId: session.id })}
        >
          End
        </Button>
      )}
    </li>
  );
}
