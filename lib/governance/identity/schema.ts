// Vocabulary, inputs and outputs of identity. Browser-safe: zod and the kernel's vocabulary only.
import { z } from "zod";
import { GrantedRole, Role, TrustLevel } from "../kernel/permission.ts";
import { textSchema } from "../kernel/text.ts";

export const AccessState = z.enum(["active", "invited", "invitation_lapsed", "ended"]);
export type AccessState = z.infer<typeof AccessState>;

export const InvitationState = z.enum(["open", "used", "expired", "revoked"]);
export type InvitationState = z.infer<typeof InvitationState>;

export const SignInMethod = z.enum(["password", "demo", "provider"]);
export type SignInMethod = z.infer<typeof SignInMethod>;

// ── fields ───────────────────────────────────────────────────────────────────────────────────────────────────────────
/** ISO 8601 with `Z`. */
const instant = z.iso.datetime();

/** Lower case; an address people can be reached at, not the whole grammar of RFC 5322. */
export const Email = z
  .string({ error: "The e-mail address must be text" })
  .trim()
  .toLowerCase()
  .max(254, { message: "An e-mail address may have at most 254 characters" })
  .pipe(z.email({ message: "Write it like name@example.org" }));

export const PersonName = textSchema({ max: 120, what: "The name" });
export const OrganizationName = textSchema({ max: 120, what: "The organisation's name" });

/** Ill-formed ids are answered like unknown ones, by the store. */
const PersonId = z.string().max(100).meta({ description: "A person's id, as in the list of people" });
const RowId = z.string().max(100);

export const LEAST_PASSWORD_LENGTH = 12;

/** Length is what counts; no rule about digits and signs. */
export const NewPassword = z
  .string({ error: "The password must be text" })
  .refine((text) => [...text].length >= LEAST_PASSWORD_LENGTH, {
    message: `Use at least ${LEAST_PASSWORD_LENGTH} characters; several words do well`,
    abort: true,
  })
  .refine((text) => [...text].length <= 200, { message: "A password may have at most 200 characters", abort: true })
  .refine((text) => new Set(text).size >= 5, { message: "Use at least five different characters" });

const GivenPassword = z.string().min(1, { message: "Enter your password" }).max(1_000);

export const TimeZone = z
  .string()
  .refine(isTimeZone, { message: "Choose a time zone by its name, such as Europe/Vienna" });

function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/u.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    // RangeError is the runtime's way to say that it knows no such zone.
    return false;
  }
}

const Reason = textSchema({ min: 3, max: 1_000, multiline: true, what: "The reason" });

const GrantedRoles = z
  .array(GrantedRole)
  .max(GrantedRole.options.length)
  .transform((roles) => GrantedRole.options.filter((role) => roles.includes(role)));

const Hour = z.int().min(0).max(23);

// ── sign-in ──────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Where somebody comes from, as far as it is known; kept with the session and as personal data in the record. */
export const Caller = z.strictObject({ address: z.string().max(200), userAgent: z.string().max(400) });
export type Caller = z.infer<typeof Caller>;

export const SignInInput = z.strictObject({
  email: z.string().max(320),
  password: z.string().max(1_000),
  caller: Caller,
});
export const DemoSignInInput = z.strictObject({ personId: PersonId, caller: Caller });
export const ProviderSignInInput = z.strictObject({
  email: z.string().max(320),
  issuer: z.string().max(500),
  isVerified: z.boolean().meta({ description: "The provider says that the address belongs to the person" }),
  caller: Caller,
});

export const OpenedSession = z.strictObject({ sessionId: z.string(), organizationId: z.string(), expiresAt: instant });
export type OpenedSession = z.infer<typeof OpenedSession>;

/** A refused sign-in is an answer, not an exception: it must be recorded, so its transaction has to commit. */
export const SignInAnswer = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("signed_in"), session: OpenedSession }),
  z.strictObject({ outcome: z.literal("refused") }),
]);
export type SignInAnswer = z.infer<typeof SignInAnswer>;

export const SignInThrottledInput = z.strictObject({
  by: z.enum(["email", "address"]),
  email: z.string().max(320),
  caller: Caller,
});

export const DemoPerson = z.strictObject({
  personId: z.string(),
  name: z.string(),
  roles: z.array(Role),
  seat: z.string().nullable(),
  department: z.string(),
  isQuarantined: z.boolean(),
});
export type DemoPerson = z.infer<typeof DemoPerson>;

export const Nothing = z.strictObject({});

// ── people ───────────────────────────────────────────────────────────────────────────────────────────────────────────
export const Person = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  department: z.string(),
  roles: z
    .array(Role)
    .meta({ description: "Granted roles and those of the board seat; `member` for whoever holds neither" }),
  grantedRoles: z.array(GrantedRole),
  seat: z.strictObject({ reference: z.string(), role: z.string(), termEndAt: instant }).nullable(),
  trustLevel: TrustLevel,
  access: AccessState,
  invitation: z.strictObject({ state: InvitationState, createdAt: instant, expiresAt: instant }).nullable(),
  joinedAt: instant,
  endedAt: instant.nullable(),
  lastSeenAt: instant.nullable(),
});
export type Person = z.infer<typeof Person>;

/** Roles that people hold; `agent` is that of a key. */
export const RoleFilter = Role.exclude(["agent"]);
export const TrustFilter = TrustLevel;

export const ListPeopleInput = z.strictObject({
  q: z.string().max(200).optional().meta({ description: "Part of a name or an e-mail address" }),
  role: Role.optional(),
  access: AccessState.optional(),
  trustLevel: TrustLevel.optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(600).optional(),
});
export const PeoplePage = z.strictObject({ items: z.array(Person), nextCursor: z.string().nullable() });
export const PersonInput = z.strictObject({ personId: PersonId });

export const InvitePersonInput = z.strictObject({
  name: PersonName,
  email: Email,
  grantedRoles: GrantedRoles.default([]),
  department: textSchema({ min: 0, max: 120, what: "The department" }).default(""),
});
/** The token is given out once and kept only as a hash. */
export const InvitationLink = z.strictObject({
  personId: z.string(),
  token: z.string(),
  path: z.string().meta({ description: "Path of the page that accepts it" }),
  expiresAt: instant,
});
export type InvitationLink = z.infer<typeof InvitationLink>;

export const InvitationView = z.strictObject({
  organizationName: z.string(),
  organizationId: z.string(),
  name: z.string(),
  email: z.string(),
  state: InvitationState,
  expiresAt: instant,
  hasAccountElsewhere: z.boolean(),
});
export type InvitationView = z.infer<typeof InvitationView>;
export const InvitationToken = z.string().max(200);
export const AcceptInvitationInput = z.strictObject({ token: InvitationToken, password: NewPassword });

export const ChangeGrantedRolesInput = z.strictObject({ personId: PersonId, grantedRoles: GrantedRoles });
export const EndMembershipInput = z.strictObject({ personId: PersonId, reason: Reason });
export const QuarantineInput = z.strictObject({ personId: PersonId, reason: Reason });

// ── keys ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
export const ApiKey = z.strictObject({
  id: z.string(),
  publicId: z.string(),
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  state: z.enum(["active", "expired", "revoked"]),
});
export type ApiKey = z.infer<typeof ApiKey>;

const KeyName = textSchema({ max: 80, what: "The key's name" });
const KeyScopes = z.array(z.string().max(100)).min(1, { message: "Choose at least one scope" }).max(200);
const ExpiresInDays = z
  .int({ message: "Give whole days" })
  .min(1, { message: "A key lives at least 1 day" })
  .max(365, { message: "A key lives at most 365 days" })
  .default(90);

export const CreateKeyInput = z.strictObject({ name: KeyName, scopes: KeyScopes, expiresInDays: ExpiresInDays });
export const IssueKeyInput = z.strictObject({
  email: Email,
  name: KeyName.default("Made on the server"),
  scopes: KeyScopes.optional(),
  expiresInDays: ExpiresInDays,
});
/** The whole key, shown once. */
export const CreatedKey = z.strictObject({ key: z.string(), id: z.string(), expiresAt: instant });
export const KeyInput = z.strictObject({ keyId: RowId });
export const OwnKeys = z.strictObject({ items: z.array(ApiKey), grantableScopes: z.array(z.string()) });

// ── settings and own account ─────────────────────────────────────────────────────────────────────────────────────────
export const Setting = z.strictObject({
  key: z.string(),
  label: z.string(),
  meaning: z.string(),
  unit: z.enum(["ten_thousandths", "hours", "days"]),
  least: z.int(),
  most: z.int(),
  standard: z.int(),
  value: z.int(),
  updatedAt: instant.nullable(),
});
export type Setting = z.infer<typeof Setting>;

export const OrganizationSettings = z.strictObject({
  organization: z.strictObject({ id: z.string(), name: z.string(), timeZone: z.string(), isDemo: z.boolean() }),
  settings: z.array(Setting),
});
export type OrganizationSettings = z.infer<typeof OrganizationSettings>;
/** Only what is given changes. */
export const ChangeSettingsInput = z.strictObject({
  organizationName: OrganizationName.optional(),
  timeZone: TimeZone.optional(),
  settings: z.record(z.string().max(100), z.int({ message: "Give a whole number" })).optional(),
});

export const OwnSession = z.strictObject({
  id: z.string(),
  isCurrent: z.boolean(),
  address: z.string(),
  userAgent: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
});
export type OwnSession = z.infer<typeof OwnSession>;

export const Account = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  trustLevel: TrustLevel,
  hasPassword: z.boolean(),
  digestHour: Hour,
  quietFromHour: Hour.nullable(),
  quietUntilHour: Hour.nullable(),
  organization: z.strictObject({ id: z.string(), name: z.string(), timeZone: z.string(), isDemo: z.boolean() }),
  sessions: z.array(OwnSession),
});
export type Account = z.infer<typeof Account>;

export const ChangeAccountInput = z
  .strictObject({
    name: PersonName,
    digestHour: Hour,
    quietFromHour: Hour.nullable(),
    quietUntilHour: Hour.nullable(),
  })
  .superRefine((given, context) => {
    const message = "Give both hours, or neither";
    if ((given.quietFromHour === null) === (given.quietUntilHour === null)) {
      if (given.quietFromHour === null || given.quietFromHour !== given.quietUntilHour) return;
      context.addIssue({ code: "custom", path: ["quietUntilHour"], message: "Quiet hours must end at another hour" });
      return;
    }
    context.addIssue({
      code: "custom",
      path: [given.quietFromHour === null ? "quietFromHour" : "quietUntilHour"],
      message,
    });
  });
export const ChangePasswordInput = z.strictObject({ currentPassword: GivenPassword, newPassword: NewPassword });
export const SessionInput = z.strictObject({ sessionId: RowId });
export const EndedSessions = z.strictObject({ ended: z.int() });
