// Process ids are given out again, also after a crash or a restart of the machine; an identity is not.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { platform } from "node:os";

/** Tells one process from every other with the same id; null when there is none. */
export function identityOf(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (platform() === "linux") {
    try {
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      // The name in parentheses may hold anything; the fields behind it are counted from there, start time is 20th.
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return `${boot} ${pid} ${fields[19]}`;
    } catch {
      // Ended between the two questions.
      return null;
    }
  }
  if (platform() === "win32") return String(pid);
  return `${pid} ${spawnSync("ps", ["-p", String(pid), "-o", "lstart="], { encoding: "utf8" }).stdout.trim()}`;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

export function commandOf(pid: number): string {
  if (platform() === "linux") {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    } catch {
      return "";
    }
  }
  if (platform() === "win32") return "";
  return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout;
}
