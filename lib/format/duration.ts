// Answers "how long is that?" in at most two units: "2 d 4 h", "1 h 50 m", "45 s".

const UNITS = [
  { letter: "d", seconds: 86_400 },
  { letter: "h", seconds: 3_600 },
  { letter: "m", seconds: 60 },
  { letter: "s", seconds: 1 },
] as const;

/** Milliseconds (sign ignored) as its two largest neighbouring units, rounded down. */
export function formatDuration(milliseconds: number): string {
  let seconds = Math.floor(Math.abs(milliseconds) / 1_000);
  const parts: string[] = [];
  for (const [index, unit] of UNITS.entries()) {
    const count = Math.floor(seconds / unit.seconds);
    seconds -= count * unit.seconds;
    if (count > 0) parts.push(`${count} ${unit.letter}`);
    else if (parts.length > 0) break;
    if (parts.length === 2 || (parts.length === 1 && index === 2)) break;
  }
  return parts.length > 0 ? parts.join(" ") : "0 s";
}

/** Hours as people set them: "72 hours", "1 hour". */
export function formatHours(hours: number): string {
  return `${hours} ${hours === 1 ? "hour" : "hours"}`;
}
