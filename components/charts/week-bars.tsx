"use client";
import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatDayMonth } from "@/lib/format/instant";
import { BASELINE, limitAt, SCALE } from "./axes";
import { ChartFrame } from "./chart-frame";
import { ChartTooltip } from "./chart-tooltip";
import { type ChartRow, colourOf, columnsOf, type Series } from "./series";

/** One standing bar a week, stacked by series: the review load ahead. `weekStart` of every row is an ISO instant. */
export function WeekBars({
  title,
  sentence,
  series,
  rows,
  zone,
  unit = "",
  capacity,
  height = 200,
  empty,
}: {
  title: string;
  sentence?: string;
  series: readonly Series[];
  rows: readonly (ChartRow & { weekStart: string })[];
  zone: string;
  unit?: string;
  capacity?: { value: number; label: string };
  height?: number;
  empty?: string;
}) {
  const data = rows.map((row) => ({ ...row, week: formatDayMonth(new Date(row.weekStart), zone) }));
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
        columns: columnsOf("Week of", series, unit),
        rows: data.map((row) => [row.week, ...series.map((one) => (row as ChartRow)[one.key] ?? 0)]),
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
          <XAxis dataKey="week" {...BASELINE} minTickGap={4} />
          <YAxis {...SCALE} allowDecimals={false} />
          <Tooltip
            content={<ChartTooltip unit={unit} labelOf={(week) => `Week of ${week}`} />}
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
