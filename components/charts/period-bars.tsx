"use client";
import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatDayMonth, formatMonth } from "@/lib/format/instant";
import { BASELINE, limitAt, SCALE } from "./axes";
import { ChartFrame } from "./chart-frame";
import { ChartTooltip } from "./chart-tooltip";
import { type ChartRow, colourOf, columnsOf, type Series } from "./series";

type Period = {
  /** Over the first column of the table. */
  readonly column: string;
  readonly labelOf: (startsAt: Date, zone: string) => string;
  readonly inFull: (label: string) => string;
};

const PERIODS: Readonly<Record<"week" | "month", Period>> = {
  week: { column: "Week of", labelOf: formatDayMonth, inFull: (label) => `Week of ${label}` },
  month: { column: "Month", labelOf: formatMonth, inFull: (label) => label },
};

/** What a row does not name is nothing; null is not known. */
const toValue = (value: ChartRow[string] | undefined) => (value === undefined ? 0 : value);

/** One standing bar a week or month, stacked by series. `startsAt` of every row is an ISO instant. */
export function PeriodBars({
  title,
  sentence,
  series,
  rows,
  zone,
  period,
  unit = "",
  capacity,
  domain,
  height = 200,
  empty,
}: {
  title: string;
  sentence?: string;
  series: readonly Series[];
  rows: readonly (ChartRow & { startsAt: string })[];
  zone: string;
  period: keyof typeof PERIODS;
  unit?: string;
  capacity?: { value: number; label: string };
  /** Ends of the scale; from nought to the highest when left out. */
  domain?: [number, number];
  height?: number;
  empty?: string;
}) {
  const { column, labelOf, inFull } = PERIODS[period];
  const data = rows.map((row) => ({ ...row, label: labelOf(new Date(row.startsAt), zone) }));
  const isEmpty = rows.every((row) => series.every((one) => Number(row[one.key] ?? 0) === 0));
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      series={series}
      height={height}
      isEmpty={isEmpty}
      empty={empty}
      table={{
        columns: columnsOf(column, series, unit),
        rows: data.map((row) => [row.label, ...series.map((one) => toValue((row as ChartRow)[one.key]))]),
      }}
    >
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height }}>
        <BarChart
          data={data}
          accessibilityLayer={false}
          maxBarSize={28}
          margin={{ top: 12, right: 0, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" {...BASELINE} minTickGap={4} />
          <YAxis
            {...SCALE}
            allowDecimals={false}
            domain={domain}
            tickCount={domain === undefined ? SCALE.tickCount : 5}
          />
          <Tooltip
            content={<ChartTooltip unit={unit} labelOf={(label) => inFull(String(label))} />}
            cursor={{ fill: "var(--sunken)" }}
            isAnimationActive={false}
          />
          {series.map((one, index) => (
            <Bar
              key={one.key}
              dataKey={one.key}
              name={one.label}
              stackId="all"
              fill={colourOf(one, index)}
              stroke="var(--paper)"
              strokeWidth={1}
              isAnimationActive={false}
            />
          ))}
          {capacity === undefined ? null : (
            <ReferenceLine {...limitAt(capacity, "var(--ink-muted)", "var(--ink-muted)")} />
          )}
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
