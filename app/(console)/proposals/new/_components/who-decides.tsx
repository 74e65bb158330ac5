import type { KindView } from "@/lib/governance/voting/kind-view";

/** Before anything is sent: whose decision it is, and what it takes. */
export function WhoDecides({ kind: { decidedBy, ruleSentence, rule } }: { kind: KindView }) {
  return (
    <section aria-labelledby="who-decides" className="rounded-md border border-line bg-sunken px-4 py-3 text-sm">
      <h2 id="who-decides" className="font-medium">
        {decidedBy === "board" ? "The board decides" : "All members decide"}
      </h2>
      <p className="mt-0.5 text-ink-muted">
        {decidedBy === "board"
          ? `One seat, one vote, under ${rule.version}. `
          : "Each vote weighs by trust: core 5, trusted 3, standard 1, sandbox a half. "}
        <span className="text-ink">{ruleSentence}</span>
      </p>
      <p className="mt-0.5 text-ink-muted">
        Who votes and with what weight is fixed when it opens; whoever it is about stands aside.
        {rule.ballots === "sealed" ? " Ballots are sealed until it ends." : ""}
      </p>
    </section>
  );
}
