// How the axes and limits of every chart are drawn; given to recharts' own elements, which it finds by their kind.
export const AXIS_TICK = { fill: "var(--ink-muted)", fontSize: 12 } as const;

export const BASELINE = {
  tick: AXIS_TICK,
  axisLine: { stroke: "var(--line-strong)" },
  tickLine: false,
  tickMargin: 6,
} as const;

export const SCALE = { width: 32, tickCount: 4, tick: AXIS_TICK, axisLine: false, tickLine: false } as const;

/** A line across the picture at what should not be passed, with its name. */
export function limitAt({ value, label }: { value: number; label: string }, line: string, ink: string) {
  return {
    y: value,
    stroke: line,
    strokeDasharray: "4 3",
    ifOverflow: "extendDomain",
    label: { value: label, position: "insideTopRight", fill: ink, fontSize: 12 },
  } as const;
}
