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

  public static Mail invitation(Reader reader, ClientInvitationMail invitation) {
    String firm = MailText.shortName(invitation.firmName());
    String shared = invitation.shared();
    return mail(
        reader,
        shared == null
            ? firm + " invites you to its client portal"
            : firm + " shared “" + MailText.shortName(shared) + "” with you",
        invitation.firmName(),
        text -> JteclientInvitationTextGenerated.render(text, NONE, invitation),
        html -> JteclientInvitationGenerated.render(html, NONE, reader, invitation));
  }

  public static Mail invitation(Reader reader, StaffInvitationMail invitation) {
    return mail(
        reader,
        MailText.shortName(invitation.firmName()) + " invites you to its staff portal",
        invitation.firmName(),
        text -> JtestaffInvitationTextGenerated.render(text, NONE, invitation),
        html -> JtestaffInvitationGenerated.render(html, NONE, reader, invitation));
  }

  public static Mail verification(Reader reader, VerificationMail verification) {
    return mail(
        reader,
        "Verify your email address for " + MailText.shortName(verification.firmName()),
        verification.firmName(),
        text -> JteverificationTextGenerated.render(text, NONE, verification),
        html -> JteverificationGenerated.render(html, NONE, reader, verification));
  }

  public static Mail addressChanged(Reader reader, AddressChangedMail change) {
    return mail(
        reader,
        MailText.shortName(change.firmName()) + " has another email address for you",
        change.firmName(),
        text -> JteaddressChangedTextGenerated.render(text, NONE, change),
        html -> JteaddressChangedGenerated.render(html, NONE, reader, change));
  }

  public static Mail accessEnded(Reader reader, AccessEndedMail end) {
    return mail(
        reader,
        "Your access to the portal of " + MailText.shortName(end.firmName()) + " has ended",
        end.firmName(),
        text -> JteaccessEndedTextGenerated.render(text, NONE, end),
        html -> JteaccessEndedGenerated.render(html, NONE, reader, end));
  }

  public static Mail signInChanged(Reader reader, SignInChangedMail change) {
    return mail(
        reader,
        "Your sign-in to " + MailText.shortName(change.firmName()) + " was changed",
        change.firmName(),
        text -> JtesignInChangedTextGenerated.render(text, NONE, change),
        html -> JtesignInChangedGenerated.render(html, NONE, reader, change));
  }

  public static Mail bounce(Reader reader, BounceMail bounce) {
    return mail(
        reader,
        "Your invitation to " + MailText.shortName(bounce.name()) + " did not arrive",
        bounce.firmName(),
        text -> JtebounceTextGenerated.render(text, NONE, bounce),
        html -> JtebounceGenerated.render(html, NONE, reader, bounce));
  }

  public static Mail passwordReset(Reader reader, VerificationMail reset) {
    return mail(
        reader,
        "Set a new password for " + MailText.shortName(reset.firmName()),
        reset.firmName(),
        text -> JtepasswordResetTextGenerated.render(text, NONE, reset),
        html -> JtepasswordResetGenerated.render(html, NONE, reader, reset));
  }

  public static Mail accountExists(Reader reader, SignInHint hint) {
    return mail(
        reader,
        "You already have an account with " + MailText.shortName(hint.firmName()),
        hint.firmName(),
        text -> JteaccountExistsTextGenerated.render(text, NONE, hint),
        html -> JteaccountExistsGenerated.render(html, NONE, reader, hint));
  }

  public static Mail accessReady(Reader reader, SignInHint hint) {
    return mail(
        reader,
        "Your access to " + MailText.shortName(hint.firmName()) + " is ready",
        hint.firmName(),
        text -> JteaccessReadyTextGenerated.render(text, NONE, hint),
        html -> JteaccessReadyGenerated.render(html, NONE, reader, hint));
  }

  public static Mail registrationDeclined(Reader reader, SignInHint hint) {
    return mail(
        reader,
        "Your registration with " + MailText.shortName(hint.firmName()),
        hint.firmName(),
        text -> JteregistrationDeclinedTextGenerated.render(text, NONE, hint),
        html -> JteregistrationDeclinedGenerated.render(html, NONE, reader, hint));
  }

  public static Mail digest(Reader reader, DigestMail digest) {
    DigestMail shown = digest.shortened(MOST_LINES);
    int more = digest.size() - shown.size();
    String title = DigestWording.heading(digest);
    String subject = DigestWording.subject(digest);
    return mail(
        reader,
        subject,
        digest.firmName(),
        text -> JtedigestTextGenerated.render(text, NONE, title, shown, more),
        html -> JtedigestGenerated.render(html, NONE, reader, title, subject, shown, more));
  }

  private static Mail mail(
      Reader reader,
      String subject,
      String firmName,
      Content text,
      Consumer<HtmlTemplateOutput> html) {
    StringOutput textOutput = new StringOutput();
    JtelayoutTextGenerated.render(textOutput, NONE, reader, firmName, text);
    StringOutput htmlOutput = new StringOutput();
    html.accept(new OwaspHtmlTemplateOutput(htmlOutput));
    return new Mail(MailText.subject(subject), textOutput.toString(), htmlOutput.toString());
  }
}
