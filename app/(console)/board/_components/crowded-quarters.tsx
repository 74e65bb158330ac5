import { Instant } from "@/components/ui/instant";
import { joinList } from "@/lib/format/words";
import type { RotationView } from "@/lib/governance/board/rotation-view";

/** More than half of the board leaves in one quarter (BRD-147): said where terms are looked at. */
export function CrowdedQuarters({ quarters }: { quarters: RotationView["crowdedQuarters"] }) {
  if (quarters.length === 0) return null;
  return (
    <div className="mb-4 border-l-2 border-severity-medium-solid pl-4">
      {quarters.map(({ quarter, ending, of }) => (
        <p key={quarter} className="max-w-read py-0.5">
          <span className="font-medium">
            {ending.length} of {of} members leave in {quarter}:
          </span>{" "}
          {joinList(ending.map((each) => each.name))}, from <Instant at={ending[0]?.endAt ?? ""} as="day" /> on. Renew
          some of them for longer than others, so that what the board knows does not leave with them.
        </p>
      ))}
    </div>
  );
}
