"use client";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatDay, formatDayMonth } from "@/lib/format/instant";
import { BASELINE, limitAt, SCALE } from "./axes";
import { ChartFrame } from "./chart-frame";
import { ChartTooltip } from "./chart-tooltip";
import { type ChartRow, colourOf, columnsOf, DASHES, type Series } from "./series";

/** Values over time, as lines or stacked areas, against a threshold. `at` of every row is an ISO instant. */
export function TimeChart({
  title,
  sentence,
  series,
  rows,
  zone,
  unit = "",
  threshold,
  manner = "line",
  height = 220,
  domain,
  empty,
}: {
  title: string;
  sentence?: string;
  series: readonly Series[];
  rows: readonly (ChartRow & { at: string })[];
  zone: string;
  unit?: string;
  threshold?: { value: number; label: string };
  manner?: "line" | "area";
  height?: number;
  domain?: [number, number];
  empty?: string;
}) {
  const data = rows.map((row) => ({ ...row, time: new Date(row.at).getTime() }));
  const labelOf = (time: string | number) => formatDay(new Date(Number(time)), zone);
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      series={series}
      lines={manner === "line"}
      height={height}
      isEmpty={rows.length === 0}
      empty={empty}
      table={{
        columns: columnsOf("Day", series, unit),
        rows: rows.map((row) => [formatDay(new Date(row.at), zone), ...series.map((one) => row[one.key] ?? null)]),
      }}
    >
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height }}>
        <ComposedChart data={data} accessibilityLayer={false} margin={{ top: 12, right: 8, bottom: 0, left: 0 }}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="time"
            type="number"
            scale="time"
            domain={["dataMin", "dataMax"]}
            tickFormatter={(time: number) => formatDayMonth(new Date(time), zone)}
            {...BASELINE}
            minTickGap={40}
          />
          <YAxis {...SCALE} domain={domain ?? [0, "auto"]} tickCount={domain === undefined ? SCALE.tickCount : 5} />
          <Tooltip
            content={<ChartTooltip unit={unit} labelOf={labelOf} />}
            cursor={{ stroke: "var(--line-strong)" }}
            isAnimationActive={false}
          />
          {series.map((one, index) =>
            manner === "line" ? (
              <Line
                key={one.key}
                dataKey={one.key}
                name={one.label}
                stroke={colourOf(one, index)}
                strokeWidth={2}
                strokeDasharray={DASHES[index % 6]}
                dot={rows.length < 2}
                activeDot={{ r: 3 }}
                isAnimationActive={false}
              />
            ) : (
              <Area
                key={one.key}
                dataKey={one.key}
                name={one.label}
                stackId="all"
                stroke="var(--paper)"
                strokeWidth={1}
                fill={colourOf(one, index)}
                fillOpacity={0.9}
                isAnimationActive={false}
              />
            ),
          )}
          {threshold === undefined ? null : (
            <ReferenceLine {...limitAt(threshold, "var(--severity-critical-solid)", "var(--severity-critical)")} />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
