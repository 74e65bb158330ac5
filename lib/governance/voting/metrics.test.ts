import { expect, test } from "vitest";
import { toVotingMetrics } from "./metrics.ts";

const at = new Date("2026-03-05T09:00:00Z");

test("[VOT-14] participation is the mean over votes that somebody was entitled to; the last 24 are named", () => {
  const vote = (index: number, participants: number, entitled: number) => ({
    reference: `PRP-${index}`,
    title: "",
    closedAt: at,
    participants,
    entitled,
  });
  const closed = Array.from({ length: 30 }, (_, index) => vote(index, index === 0 ? 0 : 3, index === 0 ? 0 : 4));
  const metrics = toVotingMetrics({ statuses: [{ status: "open", count: 2 }], votesCast: 9, closed, months: [] });
  expect(metrics).toMatchObject({ total: 2, active: 2, averageParticipationRatio: 0.75 });
  expect(metrics.byStatus.draft).toBe(0);
  expect(metrics.participation).toHaveLength(24);
  expect(metrics.participation.at(-1)?.reference).toBe("PRP-29");
  const none = toVotingMetrics({ statuses: [], votesCast: 0, closed: [], months: [] });
  expect(none.averageParticipationRatio).toBeNull();
});
