"use client";
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatShare } from "@/lib/format/number";
import { AXIS_TICK } from "./axes";
import { ChartFrame } from "./chart-frame";
import { ChartTooltip } from "./chart-tooltip";

const ROW_HEIGHT = 28;

export type ParticipationRow = { name: string; cast: number; entitled: number };

/** Votes cast of votes entitled, one lying bar a member. Recused votes are not among the entitled. */
export function Participation({
  title = "Voting participation",
  sentence,
  rows,
  labelWidth = 120,
  empty = "No vote has closed yet.",
}: {
  title?: string;
  sentence?: string;
  rows: readonly ParticipationRow[];
  labelWidth?: number;
  empty?: string;
}) {
  const data = rows.map((row) => ({
    ...row,
    missed: row.entitled - row.cast,
    words: `${row.cast} of ${row.entitled}`,
  }));
  const height = Math.max(1, rows.length) * ROW_HEIGHT + 8;
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      series={[
        { key: "cast", label: "Voted", colour: "accent" },
        { key: "missed", label: "Did not vote", colour: "series-6" },
      ]}
      height={height}
      isEmpty={rows.every((row) => row.entitled === 0)}
      empty={empty}
      table={{
        columns: ["Member", "Voted", "Entitled", "Share"],
        rows: rows.map((row) => [row.name, row.cast, row.entitled, formatShare(row.cast, row.entitled)]),
      }}
    >
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height }}>
        <BarChart
          layout="vertical"
          data={data}
          accessibilityLayer={false}
          barSize={12}
          margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        >
          <XAxis type="number" hide domain={[0, "dataMax"]} />
          <YAxis
            type="category"
            dataKey="name"
            width={labelWidth}
            tick={AXIS_TICK}
            axisLine={false}
            tickLine={false}
            interval={0}
          />
          <YAxis
            yAxisId="words"
            orientation="right"
            type="category"
            dataKey="words"
            width={64}
            tick={AXIS_TICK}
            axisLine={false}
            tickLine={false}
            interval={0}
          />
          <Tooltip content={<ChartTooltip />} cursor={{ fill: "var(--sunken)" }} isAnimationActive={false} />
          <Bar dataKey="cast" name="Voted" stackId="all" fill="var(--accent)" isAnimationActive={false} />
          <Bar
            dataKey="missed"
            name="Did not vote"
            stackId="all"
            fill="var(--series-6)"
            fillOpacity={0.55}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}
