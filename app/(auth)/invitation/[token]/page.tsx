import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Entrance } from "@/components/layout/entrance";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";
import { readInvitation } from "@/lib/governance/identity/operations/read-invitation";
import type { InvitationView } from "@/lib/governance/identity/schema";
import { findInvitingOrganization } from "@/lib/server/installation";
import { publicQuery } from "@/lib/server/public-query";
import { SignInForm } from "../../sign-in/_components/sign-in-form";
import { AcceptForm } from "./_components/accept-form";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const organizationId = token.length > 200 ? null : await findInvitingOrganization(token);
  if (organizationId === null) notFound();
  const invitation = await publicQuery(readInvitation, organizationId, { token });
  if (invitation.state !== "open") return <ClosedInvitation invitation={invitation} state={invitation.state} />;
  if (invitation.hasAccountElsewhere) {
    return (
      <Entrance
        title={`Join ${invitation.organizationName}`}
        lead={`${invitation.name}, you have an account here already. Sign in with the password you know to accept.`}
      >
        <SignInForm to={paths.home()} email={invitation.email} organizationId={organizationId} />
      </Entrance>
    );
  }
  return (
    <Entrance
      title={`Join ${invitation.organizationName}`}
      lead={`Welcome, ${invitation.name}. Choose a password; from then on you sign in with your e-mail address.`}
    >
      <AcceptForm token={token} email={invitation.email} />
    </Entrance>
  );
}

const CLOSED: Record<Exclude<InvitationView["state"], "open">, { title: string; lead: string }> = {
  used: {
    title: "This invitation has been used",
    lead: "It opens once. If it was you, sign in with the password you chose; if not, tell an admin now.",
  },
  expired: {
    title: "This invitation has expired",
    lead: "Invitations are good for seven days. Ask an admin of your organisation for a new link.",
  },
  revoked: {
    title: "This invitation no longer works",
    lead: "It was withdrawn, or a newer one was made. Use the newest link, or ask an admin for one.",
  },
};

function ClosedInvitation({
  invitation,
  state,
}: {
  invitation: InvitationView;
  state: Exclude<InvitationView["state"], "open">;
}) {
  return (
    <Entrance title={CLOSED[state].title} lead={CLOSED[state].lead}>
      <p className="mb-6 text-sm text-ink-muted">{`It was for ${invitation.organizationName}.`}</p>
      <LinkButton href={paths.signIn()}>Go to sign-in</LinkButton>
    </Entrance>
  );
}
