// Debian's Alertmanager as the yardstick of the intake: its packaged grouping, on loopback, told nothing of anybody else.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPort } from "./intake-world.ts";

const PROGRAM = "prometheus-alertmanager";

/** The route of Debian's /etc/prometheus/alertmanager.yml, to a receiver that tells nobody. */
const CONFIGURATION = `route:
  group_by: ['alertname', 'cluster', 'service']
  group_wait: 30s
  group_interval: 5m
  repeat_interval: 3h
  receiver: nobody
inhibit_rules:
- source_match: { severity: 'critical' }
  target_match: { severity: 'warning' }
  equal: ['alertname', 'cluster', 'service']
receivers:
- name: nobody
`;

export type Alertmanager = {
  readonly address: string;
  readonly countAlerts: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

export function findAlertmanager(): string | null {
  const { error, stderr, stdout } = spawnSync(PROGRAM, ["--version"], { encoding: "utf8" });
  return error === undefined ? (/version (\S+)/u.exec(stdout + stderr)?.[1] ?? "?") : null;
}

/** Holds nothing yet; gone with its folder when it is stopped. */
export async function startAlertmanager(): Promise<Alertmanager> {
  const folder = mkdtempSync(join(tmpdir(), "gavel-alertmanager-"));
  const file = join(folder, "alertmanager.yml");
  writeFileSync(file, CONFIGURATION);
  const address = `127.0.0.1:${await findPort()}`;
  const options = ["--cluster.listen-address=", `--storage.path=${folder}`, "--log.level=error"];
  const child = spawn(PROGRAM, [`--config.file=${file}`, `--web.listen-address=${address}`, ...options], {
    stdio: "ignore",
  });
  await waitUntilReady(child, `http://${address}/-/ready`);
  return {
    address: `http://${address}`,
    countAlerts: async () => {
      const answer = await fetch(`http://${address}/api/v2/alerts`);
      return ((await answer.json()) as unknown[]).length;
    },
    stop: async () => {
      const gone = once(child, "exit");
      child.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function waitUntilReady(child: ChildProcess, url: string): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    if (child.exitCode !== null) throw new Error(`${PROGRAM} ended with ${child.exitCode}`);
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${PROGRAM} is not ready`);
}
