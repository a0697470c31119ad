package clientportal.notifications.mail;

import gg.jte.Content;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/** Renders each mail that the portal sends, from plain values. */
public final class Mails {
  /** The most lines of a digest: mail programs show only the first 100 KB of a mail or so. */
  static final int MOST_LINES = 50;

  /** Each template has the parameter, and no template has a tag that would be intercepted. */
  @SuppressWarnings("NullAway")
  private static final HtmlInterceptor NONE = null;

  private Mails() {}

  public static Mail invitation(ClientInvitationMail invitation) {
    String firm = MailText.shortName(invitation.firmName());
    String shared = invitation.shared();
    return mail(
        shared == null
            ? firm + " invites you to its client portal"
            : firm + " shared “" + MailText.shortName(shared) + "” with you",
        invitation.firmName(),
        text -> JteclientInvitationTextGenerated.render(text, NONE, invitation),
        html -> JteclientInvitationGenerated.render(html, NONE, invitation));
  }

  public static Mail invitation(StaffInvitationMail invitation) {
    return mail(
        MailText.shortName(invitation.firmName()) + " invites you to its staff portal",
        invitation.firmName(),
        text -> JtestaffInvitationTextGenerated.render(text, NONE, invitation),
        html -> JtestaffInvitationGenerated.render(html, NONE, invitation));
  }

  public static Mail verification(VerificationMail verification) {
    return mail(
        "Verify your email address for " + MailText.shortName(verification.firmName()),
        verification.firmName(),
        text -> JteverificationTextGenerated.render(text, NONE, verification),
        html -> JteverificationGenerated.render(html, NONE, verification));
  }

  public static Mail addressChanged(AddressChangedMail change) {
    return mail(
        MailText.shortName(change.firmName()) + " has another email address for you",
        change.firmName(),
        text -> JteaddressChangedTextGenerated.render(text, NONE, change),
        html -> JteaddressChangedGenerated.render(html, NONE, change));
  }

  public static Mail accessEnded(AccessEndedMail end) {
    return mail(
        "Your access to the portal of " + MailText.shortName(end.firmName()) + " has ended",
        end.firmName(),
        text -> JteaccessEndedTextGenerated.render(text, NONE, end),
        html -> JteaccessEndedGenerated.render(html, NONE, end));
  }

  public static Mail signInChanged(SignInChangedMail change) {
    return mail(
        "Your sign-in to " + MailText.shortName(change.firmName()) + " was changed",
        change.firmName(),
        text -> JtesignInChangedTextGenerated.render(text, NONE, change),
        html -> JtesignInChangedGenerated.render(html, NONE, change));
  }

  public static Mail bounce(BounceMail bounce) {
    return mail(
        "Your invitation to " + MailText.shortName(bounce.name()) + " did not arrive",
        bounce.firmName(),
        text -> JtebounceTextGenerated.render(text, NONE, bounce),
        html -> JtebounceGenerated.render(html, NONE, bounce));
  }

  public static Mail passwordReset(VerificationMail reset) {
    return mail(
        "Set a new password for " + MailText.shortName(reset.firmName()),
        reset.firmName(),
        text -> JtepasswordResetTextGenerated.render(text, NONE, reset),
        html -> JtepasswordResetGenerated.render(html, NONE, reset));
  }

  public static Mail accountExists(SignInHint hint) {
    return mail(
        "You already have an account with " + MailText.shortName(hint.firmName()),
        hint.firmName(),
        text -> JteaccountExistsTextGenerated.render(text, NONE, hint),
        html -> JteaccountExistsGenerated.render(html, NONE, hint));
  }

  public static Mail accessReady(SignInHint hint) {
    return mail(
        "Your access to " + MailText.shortName(hint.firmName()) + " is ready",
        hint.firmName(),
        text -> JteaccessReadyTextGenerated.render(text, NONE, hint),
        html -> JteaccessReadyGenerated.render(html, NONE, hint));
  }

  public static Mail registrationDeclined(SignInHint hint) {
    return mail(
        "Your registration with " + MailText.shortName(hint.firmName()),
        hint.firmName(),
        text -> JteregistrationDeclinedTextGenerated.render(text, NONE, hint),
        html -> JteregistrationDeclinedGenerated.render(html, NONE, hint));
  }

  public static Mail digest(DigestMail digest) {
    DigestMail shown = digest.shortened(MOST_LINES);
    int more = digest.size() - shown.size();
    String title = DigestWording.heading(digest);
    String subject = DigestWording.subject(digest);
    return mail(
        subject,
        digest.firmName(),
        text -> JtedigestTextGenerated.render(text, NONE, title, shown, more),
        html -> JtedigestGenerated.render(html, NONE, title, subject, shown, more));
  }

  private static Mail mail(
      String subject, String firmName, Content text, Consumer<HtmlTemplateOutput> html) {
    StringOutput textOutput = new StringOutput();
    JtelayoutTextGenerated.render(textOutput, NONE, firmName, text);
    StringOutput htmlOutput = new StringOutput();
    html.accept(new OwaspHtmlTemplateOutput(htmlOutput));
    return new Mail(MailText.subject(subject), textOutput.toString(), htmlOutput.toString());
  }
}
