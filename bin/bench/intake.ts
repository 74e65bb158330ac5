// The intake beside Debian's Alertmanager: the same storm over sixteen connections, ours with severity, dedupe, budgets and
// routing, and on disk before it is answered. What was taken in is counted afterwards on both sides.
import { findAlertmanager, startAlertmanager } from "./alertmanager.ts";
import { CONNECTIONS, type Door, type Load, post } from "./http-load.ts";
import { type IntakeWorld, startIntakeWorld } from "./intake-world.ts";
import { median } from "./measure.ts";

const BATCH = 64;
const SIZES = [1_000, 16_000] as const;
const ROUNDS = 3;
const WARM_UP = 2_000;
const SEVERITIES = ["low", "medium", "medium", "high", "medium", "low", "critical", "medium"];

type Matter = { readonly title: string; readonly severity: string; readonly venture: string; readonly text: string };

function toStorm(count: number, ventures: readonly string[]): Matter[] {
  return Array.from({ length: count }, (_, n) => ({
    title: `Latency of desk ${n} above target`,
    severity: SEVERITIES[n % SEVERITIES.length] ?? "low",
    venture: ventures[n % ventures.length] ?? "",
    text: `The 99th percentile of desk ${n} has been above 800 ms for ten minutes`,
  }));
}

const toRaise = ({ title, severity, venture, text }: Matter) => ({
  ...{ title, severity, description: text, source: "monitor", category: "monitoring_alert", ventureRef: venture },
});
const toAlert = ({ title, severity, venture, text }: Matter) => ({
  labels: { alertname: title, severity, service: "monitor", category: "monitoring_alert", venture },
  annotations: { description: text },
});

function inBatches<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}

type Loads = { readonly ours: Load[]; readonly theirs: Load[] };

/** Both in turns, each time on nothing. */
async function measure(world: IntakeWorld, address: string, count: number, size: number): Promise<Loads> {
  const storm = toStorm(count, world.ventures);
  const raises = inBatches(storm.map(toRaise), size).map((items) => JSON.stringify(size === 1 ? items[0] : { items }));
  const alerts = inBatches(storm.map(toAlert), size).map((items) => JSON.stringify(items));
  const door: Door = {
    url: `${address}/api/governance/escalations${size === 1 ? "" : "/batch"}`,
    ...{ status: size === 1 ? 201 : 200, headers: { authorization: `Bearer ${world.key}` } },
  };
  const loads: Loads = { ours: [], theirs: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const theirs = await measureTheirs(alerts, count);
    await world.clear();
    const ours = await post(door, raises);
    const taken = await world.count();
    if (taken !== count) throw new Error(`${taken} items instead of ${count}`);
    loads.theirs.push(theirs);
    loads.ours.push(ours);
  }
  return loads;
}

async function measureTheirs(alerts: readonly string[], count: number): Promise<Load> {
  const alertmanager = await startAlertmanager();
  try {
    const load = await post({ url: `${alertmanager.address}/api/v2/alerts`, status: 200, headers: {} }, alerts);
    const taken = await alertmanager.countAlerts();
    if (taken !== count) throw new Error(`Alertmanager holds ${taken} alerts instead of ${count}`);
    return load;
  } finally {
    await alertmanager.stop();
  }
}

function print(what: string, count: number, { ours, theirs }: Loads): void {
  const rate = (loads: readonly Load[]) => (count / median(loads.map(({ totalMs }) => totalMs))) * 1_000;
  const p99 = (loads: readonly Load[]) => median(loads.map((load) => load.p99));
  const words = [
    `${rate(ours).toFixed(0)} a second against ${rate(theirs).toFixed(0)};`,
    `p99 ${p99(ours).toFixed(1)} ms against ${p99(theirs).toFixed(1)} ms (${(p99(ours) / p99(theirs)).toFixed(2)}x)`,
  ];
  const title = `${what}, ${count.toLocaleString("en")} items, ours / Alertmanager`;
  process.stdout.write(
    `${title.padEnd(58)} ${(rate(ours) / rate(theirs)).toFixed(2).padStart(8)}x   ${words.join(" ")}\n`,
  );
}

export async function benchIntake(): Promise<void> {
  const version = findAlertmanager();
  if (version === null) {
    const remedy = "`prometheus-alertmanager` is not installed here (apt-get install prometheus-alertmanager)";
    process.stdout.write(`\n*** SKIPPED: the intake beside Alertmanager. ${remedy}\n\n`);
    return;
  }
  process.stdout.write(`\nintake, ${CONNECTIONS} connections, beside Alertmanager ${version}\n`);
  const world = await startIntakeWorld();
  try {
    // Not counted: the intake has read its code and made its plans before the first figure.
    for (const size of [1, BATCH]) await measure(world, world.intake, WARM_UP, size);
    for (const count of SIZES) {
      print(`batches of ${BATCH}, intake`, count, await measure(world, world.intake, count, BATCH));
      print("single raises, intake", count, await measure(world, world.intake, count, 1));
    }
    const [few] = SIZES;
    const web = await world.startWeb();
    try {
      await measure(world, web.address, few, 1);
      print("single raises, web process", few, await measure(world, web.address, few, 1));
    } finally {
      await web.stop();
    }
  } finally {
    await world.stop();
  }
}
