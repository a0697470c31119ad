package clientportal.accounts;

import gg.jte.html.HtmlInterceptor;
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
  static Instructions of(String firmName, String site, String email) {
    StringOutput text = new StringOutput();
    JteinstructionsTextGenerated.render(text, NONE, firmName, site, email);
    StringOutput html = new StringOutput();
    JteinstructionsGenerated.render(new OwaspHtmlTemplateOutput(html), NONE, firmName, site, email);
    return new Instructions(
        "How to sign in to the client portal of " + firmName, text.toString(), html.toString());
  }
}
