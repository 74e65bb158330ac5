// What a chart draws: a series has a name, a colour token and, for lines, a dash, so that colour is never alone.
export type SeriesColour =
  | "series-1"
  | "series-2"
  | "series-3"
  | "series-4"
  | "series-5"
  | "series-6"
  | "accent"
  | "ink-muted"
  | "tier-1"
  | "tier-2"
  | "tier-3"
  | "tier-4"
  | "severity-low"
  | "severity-medium-solid"
  | "severity-high-solid"
  | "severity-critical-solid"
  | "passed-solid"
  | "rejected-solid"
  | "none-solid"
  | "provisional-solid";

export type Series = { key: string; label: string; colour?: SeriesColour };

export const DASHES = ["0", "6 3", "2 3", "10 3 2 3", "1 4", "12 4"] as const;

export function colourOf(series: Series, index: number): string {
  return `var(--${series.colour ?? `series-${(index % 6) + 1}`})`;
}

export type ChartValue = string | number | null;
/** One point or one bar: its label or instant, and a number for each series. */
export type ChartRow = Readonly<Record<string, ChartValue>>;

/** Over the columns of the table behind a chart. */
export function columnsOf(first: string, series: readonly Series[], unit: string): string[] {
  return [first, ...series.map((one) => (unit === "" ? one.label : `${one.label} (${unit})`))];
}
