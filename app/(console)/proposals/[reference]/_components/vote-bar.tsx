"use client";
import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { CHOICE_LABELS } from "@/components/governance/labels";
import { ActionBar } from "@/components/layout/action-bar";
import { useCommands } from "@/components/layout/command-menu";
import { useShortcut } from "@/components/layout/use-shortcut";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { MyView } from "@/lib/governance/voting/proposal-view";
import type { Choice } from "@/lib/governance/voting/schema";
import { castBallotAction } from "../../actions";
import { VoteSheet } from "./vote-sheet";

const KEYS = { yes: "y", no: "n", abstain: "a" } as const satisfies Record<Choice, string>;
const CHOICES = ["yes", "no", "abstain"] as const satisfies Choice[];

const SAID = {
  first: (choice: Choice) => `Your ${CHOICE_LABELS[choice]} is recorded`,
  changed: (choice: Choice) => `Changed: your ${CHOICE_LABELS[choice]} is recorded`,
  unchanged: (choice: Choice) => `Your ${CHOICE_LABELS[choice]} stands as it was`,
} as const;

/**
 * Three buttons and their keys; each opens the sheet where the reasoning is typed. What was typed stays here through a
 * refusal, a closed sheet and a page that is read anew.
 */
export function VoteBar({
  reference,
  title,
  subjectDigest,
  deadlineAt,
  isSealed,
  stopped,
  ballot,
}: {
  reference: string;
  title: string;
  subjectDigest: string;
  deadlineAt: string | null;
  isSealed: boolean;
  /** Why this person can cast nothing now; null while they can. */
  stopped: string | null;
  ballot: MyView["ballot"];
}) {
  const router = useRouter();
  const bar = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [choice, setChoice] = useState<Choice>(ballot?.choice ?? "yes");
  const [typed, setTyped] = useState<string | null>(null);
  const reasoning = typed ?? ballot?.reasoning ?? "";
  const cast = useAction(castBallotAction, {
    onDone: ({ kind, entry }) => {
      notify.done({ title: SAID[kind](choice), detail: `In the record as ${entry}; your receipt is on the page.` });
      setTyped(null);
      toggle(false);
      router.refresh();
    },
    onRefused: () => router.refresh(),
  });
  const toggle = (next: boolean) => {
    setOpen(next);
    cast.clear();
    // The sheet has no trigger of its own to give the focus back to.
    if (!next) setTimeout(() => bar.current?.querySelector<HTMLElement>(`[data-choice=${choice}]`)?.focus());
  };
  const choose = (next: Choice) => {
    setChoice(next);
    toggle(true);
  };
  const enabled = stopped === null;
  useShortcut(KEYS.yes, () => choose("yes"), { enabled });
  useShortcut(KEYS.no, () => choose("no"), { enabled });
  useShortcut(KEYS.abstain, () => choose("abstain"), { enabled });
  useVoteCommands(enabled, choose);
  return (
    <div ref={bar} className="contents">
      {enabled ? (
        <ActionBar label="Cast your vote">
          {CHOICES.map((each) => (
            <Button
              key={each}
              tone={ballot?.choice === each ? "primary" : "secondary"}
              aria-pressed={ballot?.choice === each}
              aria-keyshortcuts={KEYS[each]}
              data-choice={each}
              onClick={() => choose(each)}
              className="min-w-22"
            >
              {ballot?.choice === each ? <Check aria-hidden /> : null}
              {CHOICE_LABELS[each]}
              <kbd aria-hidden className="font-mono text-xs opacity-70 max-md:hidden">
                {KEYS[each]}
              </kbd>
            </Button>
          ))}
        </ActionBar>
      ) : null}
      <VoteSheet
        open={isOpen}
        onOpenChange={toggle}
        title={title}
        choice={choice}
        onChoice={setChoice}
        reasoning={reasoning}
        onReasoning={setTyped}
        isChange={ballot !== null}
        isSealed={isSealed}
        deadlineAt={deadlineAt}
        stopped={stopped}
        cast={cast}
        onCast={() => void cast.run({ reference, choice, reasoning, subjectDigest })}
      />
    </div>
  );
}

/** The same three acts in the command menu. */
function useVoteCommands(enabled: boolean, choose: (choice: Choice) => void): void {
  const latest = useRef(choose);
  latest.current = choose;
  useCommands(
    useMemo(() => {
      if (!enabled) return [];
      return CHOICES.map((choice) => ({
        id: `vote-${choice}`,
        label: choice === "abstain" ? "Abstain from this vote" : `Vote ${CHOICE_LABELS[choice]}`,
        group: "This proposal",
        keys: KEYS[choice],
        run: () => latest.current(choice),
      }));
    }, [enabled]),
  );
}
