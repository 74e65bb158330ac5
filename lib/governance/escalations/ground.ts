// What the stages rest on (ESC-3): facts gathered beforehand, so that every stage is a pure function of items and ground.
import type { EscalationPath } from "../board/charter.ts";
import type { Room } from "./budget.ts";
import type { Claim } from "./item.ts";
import type { EscalationRules } from "./rules.ts";
import type { Severity } from "./schema.ts";
import type { Silence } from "./silence.ts";

export type Ground = {
  readonly organizationId: string;
  readonly at: Date;
  readonly zone: string;
  readonly rules: EscalationRules;
  /** Of the charter in force. */
  readonly paths: Readonly<Record<Severity, EscalationPath>>;
  readonly silences: readonly Silence[];
  /** Reference of the open critical item on a model, by the model's id. */
  readonly criticals: ReadonlyMap<string, string>;
  /** What the database answered, by fingerprint; null before it was asked. */
  readonly claims: ReadonlyMap<string, Claim> | null;
  /** What is left in the scopes and periods at stake, under lock; null means that everything fits. */
  readonly rooms: ReadonlyMap<string, Room> | null;
};
