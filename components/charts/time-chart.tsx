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
import { ChartFrame } from "./chart-frame";
import { AXIS_TICK, ChartTooltip } from "./chart-tooltip";
import { type ChartRow, colourOf, DASHES, type Series } from "./series";

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
        columns: ["Day", ...series.map((one) => (unit === "" ? one.label : `${one.label} (${unit})`))],
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
            tick={AXIS_TICK}
            axisLine={{ stroke: "var(--line-strong)" }}
            tickLine={false}
            tickMargin={6}
            minTickGap={40}
          />
          <YAxis
            domain={domain ?? [0, "auto"]}
            width={32}
            tickCount={domain === undefined ? 4 : 5}
            tick={AXIS_TICK}
            axisLine={false}
            tickLine={false}
          />
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
            <ReferenceLine
              y={threshold.value}
              stroke="var(--severity-critical-solid)"
              strokeDasharray="4 3"
              ifOverflow="extendDomain"
              label={{
                value: threshold.label,
                position: "insideTopRight",
                fill: "var(--severity-critical)",
                fontSize: 12,
              }}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
