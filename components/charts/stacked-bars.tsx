"use client";
import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { AXIS_TICK } from "./axes";
import { ChartFrame } from "./chart-frame";
import { ChartTooltip } from "./chart-tooltip";
import { type ChartRow, colourOf, type Series } from "./series";

const ROW_HEIGHT = 34;

/** One lying bar per row, made of its series, with the sum at its end: models by tier and status. */
export function StackedBars({
  title,
  sentence,
  series,
  rows,
  unit = "",
  labelWidth = 92,
  empty,
}: {
  title: string;
  sentence?: string;
  series: readonly Series[];
  rows: readonly (ChartRow & { label: string })[];
  unit?: string;
  labelWidth?: number;
  empty?: string;
}) {
  const data = rows.map((row) => ({
    ...row,
    sum: series.reduce((total, one) => total + Number(row[one.key] ?? 0), 0),
    last: series.findLast((one) => Number(row[one.key] ?? 0) > 0)?.key ?? null,
  }));
  const used = series.filter((one) => rows.some((row) => Number(row[one.key] ?? 0) > 0));
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      series={used}
      height={Math.max(1, rows.length) * ROW_HEIGHT + 8}
      isEmpty={used.length === 0}
      empty={empty}
      table={{
        columns: ["", ...series.map((one) => one.label), unit === "" ? "All" : `All ${unit}`],
        rows: data.map((row) => [row.label, ...series.map((one) => (row as ChartRow)[one.key] ?? 0), row.sum]),
      }}
    >
      <ResponsiveContainer
        width="100%"
        height="100%"
        initialDimension={{ width: 480, height: rows.length * ROW_HEIGHT + 8 }}
      >
        <BarChart
          layout="vertical"
          data={data}
          accessibilityLayer={false}
          barSize={18}
          margin={{ top: 0, right: 44, bottom: 0, left: 0 }}
        >
          <XAxis type="number" hide />
          <YAxis
            type="category"
            dataKey="label"
            width={labelWidth}
            tick={AXIS_TICK}
            axisLine={false}
            tickLine={false}
            interval={0}
          />
          <Tooltip
            content={<ChartTooltip unit={unit} />}
            cursor={{ fill: "var(--sunken)" }}
            isAnimationActive={false}
          />
          {used.map((one) => (
            <Bar
              key={one.key}
              dataKey={one.key}
              name={one.label}
              stackId="all"
              fill={colourOf(one, series.indexOf(one))}
              stroke="var(--paper)"
              strokeWidth={1}
              isAnimationActive={false}
            >
              {/* a piece of no width carries no label: the sum hangs on the row's own last piece */}
              <LabelList
                position="right"
                fill="var(--ink)"
                fontSize={12}
                valueAccessor={({ payload }) => (payload?.last === one.key ? payload.sum : undefined)}
              />
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
