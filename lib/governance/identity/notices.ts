// Answers "what is a person told about their own way in?" (ORG-128). Told at once, also in quiet hours: whoever did not ask
// for it has to know before it is used.
import type { Notice } from "../notifications/notice.ts";

export function passwordLinkGiven(userId: string): Notice {
  return {
    userIds: [userId],
    kind: "identity.password_link_given",
    title: "An admin made a link that sets your password",
    body: "Whoever opens it chooses a new password for your account. If you did not ask for it, tell the chair or another admin now.",
    href: "/settings",
    urgency: "critical",
  };
}

export function passwordReplaced(userId: string): Notice {
  return {
    userIds: [userId],
    kind: "identity.password_replaced",
    title: "Your password was replaced with a link",
    body: "Your earlier sessions and API keys have stopped working. If this was not you, tell the chair or another admin now.",
    href: "/settings",
    urgency: "critical",
  };
}
