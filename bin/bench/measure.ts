// How a figure is taken: several rounds of each variant in turn (A B A B ...), medians, and the ratio within this one run.
// Absolute times belong to the machine; only ratios are compared.

export type Variant = { readonly name: string; readonly run: () => Promise<void> };

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

async function time(run: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

/** Milliseconds, medians over `rounds`, after one round that is not counted. Prints one line. */
export async function compare(title: string, slow: Variant, fast: Variant, rounds = 5): Promise<void> {
  const times: { slow: number[]; fast: number[] } = { slow: [], fast: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const slowMs = await time(slow.run);
    const fastMs = await time(fast.run);
    if (round === 0) continue;
    times.slow.push(slowMs);
    times.fast.push(fastMs);
  }
  const [slowMs, fastMs] = [median(times.slow), median(times.fast)];
  const words = `${slow.name} ${slowMs.toFixed(1)} ms, ${fast.name} ${fastMs.toFixed(1)} ms`;
  process.stdout.write(`${title.padEnd(58)} ${(slowMs / fastMs).toFixed(2).padStart(8)}x   ${words}\n`);
}

/** Runs `tasks` with so many at once and answers milliseconds in all and per task (50th and 99th percentile). */
export async function underLoad(
  clients: number,
  tasks: readonly (() => Promise<unknown>)[],
): Promise<{ totalMs: number; p50: number; p99: number }> {
  const waits: number[] = [];
  let next = 0;
  const client = async () => {
    while (next < tasks.length) {
      const task = tasks[next];
      next += 1;
      if (task !== undefined) waits.push(await time(async () => void (await task())));
    }
  };
  const totalMs = await time(async () => void (await Promise.all(Array.from({ length: clients }, client))));
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { totalMs, p50: at(0.5), p99: at(0.99) };
}
