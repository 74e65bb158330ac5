"use client";
import { Bar, BarChart, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { AXIS_TICK } from "./axes";
import { ChartFrame, type ChartTable } from "./chart-frame";
import { type ChartRow, colourOf, type Series } from "./series";

const BAR_HEIGHT = 12;
const GAP = 20;
/** A bar beyond it is drawn to the edge: what is told apart is below and a little above the target. */
const MOST_SHARE = 300;

/** Where a row keeps what is written at the bar of a series. */
const wordsOf = (key: string) => `${key}Words`;

/** Lying bars beside each other, in per cent of each row's own target: what passes the line took longer or more. */
export function ShareBars({
  title,
  sentence,
  series,
  rows,
  target,
  labelWidth = 68,
  table,
  empty,
}: {
  title: string;
  sentence?: string;
  series: readonly Series[];
  /** Per cent of the row's target; null where there is nothing to measure. What stands at the bar is under `wordsOf`. */
  rows: readonly (ChartRow & { label: string })[];
  /** What 100 % is called. */
  target: string;
  labelWidth?: number;
  /** The figures themselves, in their units. */
  table: ChartTable;
  empty?: string;
}) {
  const height = Math.max(1, rows.length) * (series.length * BAR_HEIGHT + GAP) + 24;
  const highest = Math.max(100, ...rows.flatMap((row) => series.map(({ key }) => Number(row[key] ?? 0))));
  const end = Math.min(highest, MOST_SHARE) * 1.05;
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      series={series}
      height={height}
      isEmpty={rows.every((row) => series.every(({ key }) => row[key] === null))}
      empty={empty}
      table={table}
    >
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height }}>
        <BarChart
          layout="vertical"
          data={[...rows]}
          accessibilityLayer={false}
          barSize={BAR_HEIGHT}
          barGap={2}
          margin={{ top: 20, right: 56, bottom: 0, left: 0 }}
        >
          <XAxis type="number" hide domain={[0, end]} />
          <YAxis
            type="category"
            dataKey="label"
            width={labelWidth}
            tick={AXIS_TICK}
            axisLine={false}
            tickLine={false}
            interval={0}
          />
          {series.map((one, index) => (
            <Bar
              key={one.key}
              dataKey={(row: ChartRow) => (row[one.key] === null ? null : Math.min(Number(row[one.key]), MOST_SHARE))}
              name={one.label}
              fill={colourOf(one, index)}
              isAnimationActive={false}
            >
              <LabelList
                position="right"
                fill="var(--ink)"
                fontSize={12}
                valueAccessor={({ payload }) => payload?.[wordsOf(one.key)]}
              />
            </Bar>
          ))}
          <ReferenceLine
            x={100}
            stroke="var(--severity-critical-solid)"
            strokeDasharray="4 3"
            label={{ value: target, position: "top", fill: "var(--severity-critical)", fontSize: 12 }}
          />
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
