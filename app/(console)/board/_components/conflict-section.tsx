import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import type { ConflictView, MemberView } from "@/lib/governance/board/schema";
import type { AllegationView } from "@/lib/governance/voting/allegation-view";
import { AllegationList } from "./allegation-list";
import { AllegeConflict } from "./allege-conflict";
import { ConflictList } from "./conflict-list";
import { DeclareConflict } from "./declare-conflict";

export type ConflictReader = {
  readonly userId: string;
  readonly isAdmin: boolean;
  readonly isChair: boolean;
  readonly mayAllege: boolean;
};

/** Conflicts of interest of these members: on record, alleged and waiting, ruled on; with what the reader can do. */
export function ConflictSection({
  members,
  conflicts,
  allegations,
  reader,
}: {
  members: readonly MemberView[];
  conflicts: readonly ConflictView[];
  allegations: readonly AllegationView[];
  reader: ConflictReader;
}) {
  const held = members.filter(({ state }) => state !== "ended" && state !== "term_over");
  const own = held.find(({ userId }) => userId === reader.userId) ?? null;
  const declarable = reader.isAdmin ? held : own === null ? [] : [own];
  const others = held.filter((member) => member !== own && member.state !== "left_organization");
  const pending = allegations.filter(({ ruling }) => ruling === null);
  const ruled = allegations.filter(({ ruling }) => ruling !== null);
  const acts = (
    <div className="flex flex-wrap gap-2" data-screen-only>
      {declarable.length === 0 ? null : <DeclareConflict seats={declarable} ownReference={own?.reference ?? null} />}
      {reader.mayAllege && others.length > 0 ? <AllegeConflict seats={others} /> : null}
    </div>
  );
  return (
    <Section title="Conflicts of interest" act={acts}>
      {pending.length === 0 ? null : (
        <div className="mb-6">
          <h3 className="mb-2 text-sm font-medium text-ink-muted">Alleged, waiting for a ruling ({pending.length})</h3>
          <AllegationList allegations={pending} label="Alleged, waiting for a ruling" />
        </div>
      )}
      {pending.length + ruled.length === 0 ? null : (
        <h3 className="mb-2 text-sm font-medium text-ink-muted">On record ({conflicts.length})</h3>
      )}
      <ConflictList conflicts={conflicts} members={members} reader={reader} />
      {ruled.length === 0 ? null : (
        <div className="mt-4">
          <Disclosure summary={`Allegations ruled on: ${ruled.length}`}>
            <AllegationList allegations={ruled} label="Allegations ruled on" />
          </Disclosure>
        </div>
      )}
    </Section>
  );
}
