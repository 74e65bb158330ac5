import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changeRules } from "../governance/escalations/operations/change-rules.ts";
import { invoke } from "../server/invoke.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../testing/attention-world.ts";
import { findFreePort, startMailServer } from "../testing/mail-server.ts";
import { setSurroundings } from "../testing/surroundings.ts";
import { sendBriefings } from "./briefing-round.ts";
import { deliverMail } from "./deliver-mail.ts";

let stage: AttentionStage;
let server: Awaited<ReturnType<typeof startMailServer>>;
/** Six in the morning in Berlin. */
stageAttention((made) => {
  stage = made;
}, "2026-11-20T05:00:00.000Z");
const { raise, rows, sweepAt } = actsOnAttention(() => stage);

beforeEach(async () => {
  const port = await findFreePort();
  setSurroundings({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  server = await startMailServer(port);
});
afterEach(() => server.stop());

const at = (instant: string) => stage.database.setClock({ at: instant });

/** Sends what waits to be mailed of one kind, as the jobs would. */
async function deliver(kind: string): Promise<void> {
  const waiting = await rows<{ id: string }>(
    `SELECT d.id FROM mail_deliveries d JOIN notifications n ON n.id = d.notification_id
     WHERE d.organization_id = $1 AND n.kind = $2 AND d.state = 'queued'`,
    kind,
  );
  for (const { id } of waiting) {
    await deliverMail({
      ...{ topic: "notifications.mail_requested", listener: "deliver_mail", payload: { delivery: id } },
      ...{ organizationId: stage.world.organizationId, requestId: "r", isLastAttempt: false },
    });
  }
}

const told = (kind: string) =>
  rows<{ title: string; body: string; user_id: string }>(
    "SELECT title, body, user_id FROM notifications WHERE organization_id = $1 AND kind = $2 ORDER BY id",
    kind,
  );
const MORNING = "escalations.morning_briefing";
const sent = () =>
  rows<{ day: string }>(
    `SELECT leaf::json -> 'details' ->> 'day' AS day FROM audit_entries
     WHERE organization_id = $1 AND action = 'escalations.briefing_sent' ORDER BY number`,
  );

describe("the briefing by mail", () => {
  test("[ESC-142] at the chosen hour, to the chair, once, whoever asks at the same time", async () => {
    await raise({ title: "Harmful advice", severity: "critical" });
    await raise({ title: "Slow", severity: "medium" });
    await at("2026-11-20T06:59:00.000Z");
    await sendBriefings(new Map());
    expect(await told(MORNING)).toEqual([]);
    await at("2026-11-20T07:00:00.000Z");
    await Promise.all([sendBriefings(new Map()), sendBriefings(new Map()), sendBriefings(new Map())]);
    await deliver(MORNING);
    expect(server.letters.map(({ to }) => to)).toEqual([stage.world.chair.email]);
    const text = server.letters[0]?.text ?? "";
    expect(text).toContain("Subject: Briefing: 1 immediate");
    expect(text).toContain("critical: Harmful advice");
    expect(text).toContain("http://127.0.0.1:3000/briefing");
    expect(await sent()).toEqual([{ day: "2026-11-20" }]);
  });

  test("[ESC-142] the next morning again, with what is overdue by then", async () => {
    const done = new Map<string, string>();
    await raise({ title: "Harmful advice", severity: "critical" });
    for (const instant of ["2026-11-20T07:00:00.000Z", "2026-11-20T07:30:00.000Z", "2026-11-21T07:01:00.000Z"]) {
      await at(instant);
      await sendBriefings(done);
    }
    expect((await told(MORNING)).map(({ title, body }) => [title, body])).toEqual([
      ["Briefing: 1 immediate", "critical: Harmful advice"],
      ["Briefing: 1 immediate, 1 overdue", "critical, overdue: Harmful advice"],
    ]);
    expect(await sent()).toEqual([{ day: "2026-11-20" }, { day: "2026-11-21" }]);
  });

  test("[ESC-142] another hour is chosen: then, and not before", async () => {
    await invoke(changeRules, { actor: stage.world.chair, input: { briefingHour: 10 } });
    await raise({ severity: "critical" });
    await at("2026-11-20T07:00:00.000Z");
    await sendBriefings(new Map());
    expect(await told(MORNING)).toEqual([]);
    await at("2026-11-20T09:00:00.000Z");
    await sendBriefings(new Map());
    expect(await told(MORNING)).toHaveLength(1);
  });

  test("[ESC-142] a morning with decision cards has its one letter, and waits for it", async () => {
    await raise({ title: "Drift", severity: "high" });
    await raise({ title: "Harmful advice", severity: "critical" });
    await at("2026-11-20T07:00:00.000Z");
    const done = new Map<string, string>();
    await sendBriefings(done);
    const isDone = () => done.has(stage.world.organizationId);
    expect([await told(MORNING), isDone()]).toEqual([[], false]);
    await sweepAt("2026-11-20T07:00:30.000Z");
    await sendBriefings(done);
    expect([await told(MORNING), isDone()]).toEqual([[], true]);
    const letters = await told("escalations.next_briefing");
    const [own, ...others] = letters.filter(({ user_id }) => user_id === stage.world.chair.userId);
    expect([own?.body.includes("Besides: 1 immediate."), others]).toEqual([true, []]);
    expect(await sent()).toEqual([]);
  });

  test("[ESC-142] a briefing that went out late, in the night before, is not that morning's", async () => {
    await raise({ title: "Drift", severity: "high" });
    await sweepAt("2026-11-20T23:30:00.000Z");
    expect(await told("escalations.next_briefing")).not.toEqual([]);
    await at("2026-11-21T07:00:00.000Z");
    await sendBriefings(new Map());
    expect((await told(MORNING)).map(({ title }) => title)).toEqual(["Briefing: 1 decision card, 1 overdue"]);
  });

  test("[ESC-142] a quiet morning has no letter, and what comes after it is no briefing", async () => {
    await raise({ severity: "low" });
    await at("2026-11-20T07:00:00.000Z");
    await sendBriefings(new Map());
    await at("2026-11-20T09:30:00.000Z");
    await raise({ title: "Harmful advice", severity: "critical" });
    await sendBriefings(new Map());
    expect([await told(MORNING), await sent()]).toEqual([[], []]);
  });
});
