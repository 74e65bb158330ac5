// Called by the framework once per server process: jobs run inside it unless JOBS says otherwise.

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { runInWebProcess } = await import("./lib/jobs/web-process.ts");
  runInWebProcess();
}
