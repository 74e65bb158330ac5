// Answers "how much is that?" with its unit, the same text on server and in browser.

/** 2133 -> "2,133" */
export function formatCount(count: number): string {
  const [whole = "0", rest] = String(count).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ",");
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** Votes that weigh, from half-votes: 5 -> "2.5", 20004 -> "10,002". */
export function formatHalfVotes(halfVotes: number): string {
  return formatCount(halfVotes / 2);
}

/** 1 -> "0.5 votes", 2 -> "1 vote" */
export function sayVotes(halfVotes: number): string {
  return `${formatHalfVotes(halfVotes)} ${halfVotes === 2 ? "vote" : "votes"}`;
}

/** 0.8149 -> "81 %"; `digits` after the point. */
export function formatPercent(ratio: number, digits = 0): string {
  return `${(ratio * 100).toFixed(digits)} %`;
}

/** Share of a whole: 3 of 4 -> "75 %"; nothing of nothing -> "–". */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? "–" : formatPercent(part / whole);
}

/** A score in [0, 1] as people write it: 0.8 -> "0.80". */
export function formatScore(score: number): string {
  return score.toFixed(2);
}

/** 1536 -> "1.5 kB"; for files and exports. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
