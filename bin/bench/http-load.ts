// Posts bodies over so many kept connections, one request at a time on each; an answer of another status ends the run.
import { Agent, request } from "node:http";

export type Load = { readonly totalMs: number; readonly p50: number; readonly p99: number };
export type Door = {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
};

export const CONNECTIONS = 16;

export async function post(door: Door, bodies: readonly string[]): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const waits: number[] = [];
  let next = 0;
  const connection = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const startedAt = performance.now();
      await postOne(door, agent, body);
      waits.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  const totalMs = performance.now() - startedAt;
  agent.destroy();
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { totalMs, p50: at(0.5), p99: at(0.99) };
}

function postOne({ url, status, headers }: Door, agent: Agent, body: string): Promise<void> {
  const length = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: "POST", agent, headers: { ...headers, ...length } }, (answer) => {
      if (answer.statusCode === status) answer.resume().on("end", resolve);
      else {
        let said = "";
        answer.setEncoding("utf8").on("data", (part: string) => {
          said += part;
        });
        answer.on("end", () => reject(new Error(`${url} answered ${answer.statusCode}: ${said.slice(0, 500)}`)));
      }
    });
    asked.on("error", reject).end(body);
  });
}
