package clientportal.accounts;

import clientportal.access.ids.Language;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** Instructions for signing in, as text and as HTML with the same content. */
record Instructions(String subject, String text, String html) {
  /** Generated templates require the parameter; none has a tag to intercept. */
  @SuppressWarnings("NullAway")
  private static final HtmlInterceptor NONE = null;

  /**
   * Renders the instructions.
   *
   * @param site the URL of the firm's site
   * @param email the address of the account
   */
  static Instructions of(Language language, String firmName, String site, String email) {
    StringOutput text = new StringOutput();
    StringOutput html = new StringOutput();
    HtmlTemplateOutput escaped = new OwaspHtmlTemplateOutput(html);
    String subject =
        switch (language) {
          case ENGLISH -> {
            JteinstructionsEnglishTextGenerated.render(text, NONE, firmName, site, email);
            JteinstructionsEnglishGenerated.render(escaped, NONE, firmName, site, email);
            yield "How to sign in to the client portal of " + firmName;
          }
          case GERMAN -> {
            JteinstructionsGermanTextGenerated.render(text, NONE, firmName, site, email);
            JteinstructionsGermanGenerated.render(escaped, NONE, firmName, site, email);
            yield "So melden Sie sich im Kundenportal von " + firmName + " an";
          }
        };
    return new Instructions(subject, text.toString(), html.toString());
  }
}
