package clientportal.notifications;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** Renders each mail that the portal sends, from plain values. */
final class Mails {
  /** Mail programs show only the beginning of what is longer than about 100 KB. */
  static final int MOST_LINES = 50;

  /** Each template has the parameter, and none has a tag that would be intercepted. */
  @SuppressWarnings("NullAway")
  private static final HtmlInterceptor NONE = null;

  private Mails() {}

  static Mail invitation(ClientInvitation invitation) {
    String firm = MailText.shortName(invitation.firmName());
    String shared = invitation.shared();
    return mail(
        shared == null
            ? firm + " invites you to its client portal"
            : firm + " shared “" + MailText.shortName(shared) + "” with you",
        text -> JteclientInvitationTextGenerated.render(text, NONE, invitation),
        html -> JteclientInvitationGenerated.render(html, NONE, invitation));
  }

  static Mail invitation(StaffInvitation invitation) {
    return mail(
        MailText.shortName(invitation.firmName()) + " invites you to its staff portal",
        text -> JtestaffInvitationTextGenerated.render(text, NONE, invitation),
        html -> JtestaffInvitationGenerated.render(html, NONE, invitation));
  }

  static Mail verification(Verification verification) {
    return mail(
        "Verify your email address for " + MailText.shortName(verification.firmName()),
        text -> JteverificationTextGenerated.render(text, NONE, verification),
        html -> JteverificationGenerated.render(html, NONE, verification));
  }

  static Mail addressChanged(AddressChanged change) {
    return mail(
        MailText.shortName(change.firmName()) + " has another email address for you",
        text -> JteaddressChangedTextGenerated.render(text, NONE, change),
        html -> JteaddressChangedGenerated.render(html, NONE, change));
  }

  static Mail accessEnded(AccessEnded end) {
    return mail(
        "Your access to the portal of " + MailText.shortName(end.firmName()) + " has ended",
        text -> JteaccessEndedTextGenerated.render(text, NONE, end),
        html -> JteaccessEndedGenerated.render(html, NONE, end));
  }

  static Mail bounce(Bounce bounce) {
    return mail(
        "Your invitation to " + MailText.shortName(bounce.name()) + " did not arrive",
        text -> JtebounceTextGenerated.render(text, NONE, bounce),
        html -> JtebounceGenerated.render(html, NONE, bounce));
  }

  static Mail passwordReset(Verification reset) {
    return mail(
        "Set a new password for " + MailText.shortName(reset.firmName()),
        text -> JtepasswordResetTextGenerated.render(text, NONE, reset),
        html -> JtepasswordResetGenerated.render(html, NONE, reset));
  }

  static Mail accountExists(SignInHint hint) {
    return mail(
        "You already have an account with " + MailText.shortName(hint.firmName()),
        text -> JteaccountExistsTextGenerated.render(text, NONE, hint),
        html -> JteaccountExistsGenerated.render(html, NONE, hint));
  }

  static Mail accessReady(SignInHint hint) {
    return mail(
        "Your access to " + MailText.shortName(hint.firmName()) + " is ready",
        text -> JteaccessReadyTextGenerated.render(text, NONE, hint),
        html -> JteaccessReadyGenerated.render(html, NONE, hint));
  }

  static Mail registrationDeclined(SignInHint hint) {
    return mail(
        "Your registration with " + MailText.shortName(hint.firmName()),
        text -> JteregistrationDeclinedTextGenerated.render(text, NONE, hint),
        html -> JteregistrationDeclinedGenerated.render(html, NONE, hint));
  }

  static Mail digest(Digest digest) {
    Digest shown = digest.shortened(MOST_LINES);
    int more = digest.size() - shown.size();
    String title = DigestWords.heading(digest);
    String subject = DigestWords.subject(digest);
    return mail(
        subject,
        text -> JtedigestTextGenerated.render(text, NONE, title, shown, more),
        html -> JtedigestGenerated.render(html, NONE, title, subject, shown, more));
  }

  private static Mail mail(
      String subject, Consumer<TemplateOutput> text, Consumer<HtmlTemplateOutput> html) {
    StringOutput textOutput = new StringOutput();
    text.accept(textOutput);
    StringOutput htmlOutput = new StringOutput();
    html.accept(new OwaspHtmlTemplateOutput(htmlOutput));
    return new Mail(MailText.subject(subject), textOutput.toString(), htmlOutput.toString());
  }
}
