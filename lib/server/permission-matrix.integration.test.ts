// The permission matrix (ORG-2): every operation against every role, by the declarations and through the real door.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assessPermission, type PersonActor } from "../governance/kernel/actor.ts";
import { Role, rolesWith, type TrustLevel } from "../governance/kernel/permission.ts";
import { Refusal } from "../governance/kernel/refusal.ts";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { addPerson, makeOrganization } from "../testing/identity-world.ts";
import { type CataloguedOperation, loadOperations } from "../testing/operation-catalogue.ts";
import { invoke } from "./invoke.ts";

const operations = [...(await loadOperations()).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
const ROLES = Role.options;
const REFUSALS_BY_PERMISSION = ["kernel.not_permitted", "kernel.quarantined", "kernel.out_of_scope"];

let database: TestDatabase;
let person: PersonActor;

beforeAll(async () => {
  database = await startTestDatabase();
  person = await addPerson(await makeOrganization(), {});
});
afterAll(() => database.stop());

function as(role: Role, trustLevel: TrustLevel = "standard", scopes: readonly string[] | null = null): PersonActor {
  return { ...person, roles: [role], trustLevel, scopes };
}

/** The refusal code that the door gave, or null when the permission let it through (whatever came after). */
async function permissionRefusal(operation: CataloguedOperation, actor: PersonActor): Promise<string | null> {
  try {
    await invoke(operation, { actor, input: { "no such field": true } });
  } catch (error) {
    if (error instanceof Refusal && REFUSALS_BY_PERMISSION.includes(error.code)) return error.code;
  }
  return null;
}

describe("permission matrix", () => {
  it("[ORG-2] every operation names a permission of the table, and the matrix is the reviewed one", async () => {
    const header = `| operation | ${ROLES.join(" | ")} |\n| --- |${ROLES.map(() => " --- |").join("")}`;
    const rows = operations.map((operation) => {
      const cells = ROLES.map((role) => (assessPermission(as(role), operation).outcome === "allowed" ? "yes" : "·"));
      return `| ${operation.name} (${operation.effect}: ${operation.permission}) | ${cells.join(" | ")} |`;
    });
    expect(operations.length).toBeGreaterThan(60);
    await expect(`${[header, ...rows].join("\n")}\n`).toMatchFileSnapshot("permission-matrix.md");
  });

  it.each(ROLES)("[ORG-2] the door lets `%s` through exactly where the table says", async (role) => {
    for (const operation of operations) {
      const mayByTable = operation.permission === "public" || rolesWith(operation.permission).includes(role);
      const refused = await permissionRefusal(operation, as(role));
      expect(`${operation.name}: ${refused}`).toBe(`${operation.name}: ${mayByTable ? null : "kernel.not_permitted"}`);
    }
  });

  it("[ORG-4] a quarantined person reads and changes nothing, whatever the roles", async () => {
    for (const operation of operations.filter((each) => each.permission !== "public" && each.effect === "write")) {
      const refused = await permissionRefusal(operation, { ...person, roles: [...ROLES], trustLevel: "quarantine" });
      expect(`${operation.name}: ${refused}`).toBe(`${operation.name}: kernel.quarantined`);
    }
  });

  it("[ORG-131] a plain member votes and proposes; auditor and advisor do not; none of them changes what is others'", () => {
    const writes = operations.filter((each) => each.effect === "write" && each.permission !== "public");
    const changes = (role: Role) => {
      const open = writes.filter((each) => assessPermission(as(role), each).outcome === "allowed");
      return [...new Set(open.map((each) => each.permission))].filter((each) => !each.endsWith(".export")).sort();
    };
    const [keys, ...own] = ["identity.keys.own", "identity.self", "notifications.own"];
    const voting = [
      "voting.edit_draft",
      "voting.open",
      "voting.propose",
      "voting.recuse",
      "voting.vote",
      "voting.withdraw",
    ];
    const conflicts = ["board.answer_allegation", "board.declare_conflict"];
    // Which item a member may answer is judged on the item (ESC-116).
    const attention = ["escalations.raise", "escalations.respond"];
    expect(changes("member")).toEqual([...conflicts, ...attention, keys, ...own, ...voting]);
    expect(changes("auditor")).toEqual([keys, ...own]);
    expect(changes("advisor")).toEqual(["board.allege_conflict", ...conflicts, "escalations.raise", ...own]);
  });

  it("[ORG-2] a key without the scope is refused although its person may", async () => {
    for (const operation of operations.filter((each) => rolesWith(each.permission).length > 0)) {
      const [role = "admin"] = rolesWith(operation.permission);
      expect(await permissionRefusal(operation, as(role, "standard", []))).toBe("kernel.out_of_scope");
    }
  });
});
