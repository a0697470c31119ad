package clientportal.notifications.mail;

import clientportal.access.events.RejectionCode;
import clientportal.access.ids.Language;
import clientportal.notifications.mail.DigestMail.ClientNews;
import clientportal.notifications.mail.DigestMail.Line;
import gg.jte.html.HtmlContent;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Renders each mail that the portal sends, from plain values, in one language. */
public record Mails(Wording wording) {
  /** The most lines of a digest: mail programs show only the first 100 KB of a mail or so. */
  static final int MOST_LINES = 50;

  /** Each template has the parameter, and no template has a tag that would be intercepted. */
  @SuppressWarnings("NullAway")
  private static final HtmlInterceptor NONE = null;

  /** Returns the mails in a language. */
  public static Mails in(Language language) {
    return new Mails(Wording.of(language));
  }

  public Mail invitation(Reader reader, ClientInvitationMail invitation) {
    return mail(reader, wording.invitation(invitation));
  }

  public Mail invitation(Reader reader, StaffInvitationMail invitation) {
    return mail(reader, wording.invitation(invitation));
  }

  public Mail invitation(Reader reader, PortalInvitationMail invitation) {
    return mail(reader, wording.invitation(invitation));
  }

  public Mail verification(Reader reader, VerificationMail verification) {
    return mail(reader, wording.verification(verification));
  }

  public Mail addressChanged(Reader reader, AddressChangedMail change) {
    return mail(reader, wording.addressChanged(change));
  }

  public Mail accessEnded(Reader reader, AccessEndedMail end) {
    return mail(reader, wording.accessEnded(end));
  }

  public Mail portalAlert(Reader reader, PortalAlertMail alert) {
    return mail(reader, wording.portalAlert(alert));
  }

  public Mail signInChanged(Reader reader, SignInChangedMail change) {
    return mail(reader, wording.signInChanged(change));
  }

  public Mail bounce(Reader reader, BounceMail bounce) {
    return mail(reader, wording.bounce(bounce));
  }

  public Mail passwordReset(Reader reader, VerificationMail reset) {
    return mail(reader, wording.passwordReset(reset));
  }

  public Mail accountExists(Reader reader, SignInHint hint) {
    return mail(reader, wording.accountExists(hint));
  }

  public Mail accessReady(Reader reader, SignInHint hint) {
    return mail(reader, wording.accessReady(hint));
  }

  public Mail registrationDeclined(Reader reader, SignInHint hint) {
    return mail(reader, wording.registrationDeclined(hint));
  }

  public Mail digest(Reader reader, DigestMail digest) {
    String title = wording.heading(digest);
    String subject = wording.subject(digest);
    return mail(reader, new Letter(subject, title, subject, digest.from(), parts(title, digest)));
  }

  private List<Part> parts(String title, DigestMail digest) {
    DigestMail shown = digest.shortened(MOST_LINES);
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Opening(title));
    for (ClientNews client : shown.clients()) {
      if (digest.namesClients()) {
        parts.add(new Part.Heading(client.clientName()));
      }
      client.lines().stream().map(line -> item(line, digest)).forEach(parts::add);
    }
    int more = digest.size() - shown.size();
    if (more > 0) {
      parts.add(new Part.More(wording.more(more), digest.home()));
    }
    parts.add(Part.aside(wording.times(digest.timeZone())));
    return parts;
  }

  private Part item(Line line, DigestMail digest) {
    RequestedItems requested = line.requested();
    Sentence by = wording.by(line, digest.timeZone());
    if (requested != null) {
      RequestWording requests = wording.requests();
      return new Part.Item(
          requests.title(line, requested), line.link(), requests.details(requested), by);
    }
    Sentence what = wording.what(line);
    RejectionCode rejection = line.rejection();
    return new Part.Item(
        Sentence.of("{}", line.itemName()),
        line.link(),
        rejection == null ? List.of(what) : List.of(what, Sentence.of(wording.why(rejection))),
        by);
  }

  private Mail mail(Reader reader, Letter letter) {
    StringOutput html = new StringOutput();
    HtmlContent parts = output -> letter.parts().forEach(part -> render(part, output));
    JteletterGenerated.render(
        new OwaspHtmlTemplateOutput(html), NONE, wording, reader, letter, parts);
    return new Mail(MailText.subject(letter.subject()), text(reader, letter), html.toString());
  }

  private void render(Part part, HtmlTemplateOutput html) {
    switch (part) {
      case Part.Opening _ -> {}
      case Part.Paragraph paragraph -> JteparagraphGenerated.render(html, NONE, paragraph);
      case Part.Box box -> JteboxGenerated.render(html, NONE, box);
      case Part.Action action -> JteactionGenerated.render(html, NONE, action, wording.copyLink());
      case Part.Link link -> JtelinkGenerated.render(html, NONE, link);
      case Part.Code code -> JtecodeGenerated.render(html, NONE, code);
      case Part.Steps steps -> JtestepsGenerated.render(html, NONE, steps);
      case Part.Heading heading -> JteheadingGenerated.render(html, NONE, heading);
      case Part.Item item -> JteitemGenerated.render(html, NONE, item);
      case Part.More more -> JtemoreGenerated.render(html, NONE, more);
    }
  }

  private String text(Reader reader, Letter letter) {
    Stream<String> parts = letter.parts().stream().map(Mails::text);
    return Stream.concat(Stream.of(wording.greeting(reader).text()), parts)
        .collect(
            Collectors.joining(
                "\n\n", "", "\n\n" + wording.footer(letter.from().name()).text() + "\n"));
  }

  private static String text(Part part) {
    return switch (part) {
      case Part.Opening(String title) -> title;
      case Part.Paragraph(Sentence sentence, var _) -> sentence.text();
      case Part.Box(Sentence sentence) -> sentence.text();
      case Part.Action(String label, String link) -> label + ":\n" + link;
      case Part.Link(String label, String link) -> label + ":\n" + link;
      case Part.Code(String lead, String code) -> lead + "\n\n" + code;
      case Part.Steps(String heading, List<Sentence> steps) ->
          IntStream.range(0, steps.size())
              .mapToObj(i -> "\n" + (i + 1) + ". " + steps.get(i).text())
              .collect(Collectors.joining("", heading + ":", ""));
      case Part.Heading(String name) -> "== " + MailText.name(name) + " ==";
      case Part.Item(Sentence title, String link, List<Sentence> lines, Sentence by) ->
          Stream.of(
                  Stream.of(title.text()),
                  lines.stream().map(Sentence::text),
                  Stream.of(by.text(), link))
              .flatMap(line -> line)
              .collect(Collectors.joining("\n"));
      case Part.More(String label, String link) -> label + ":\n" + link;
    };
  }
}
