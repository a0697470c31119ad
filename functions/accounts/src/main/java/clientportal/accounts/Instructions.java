package clientportal.accounts;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** How somebody comes in to the portal, in text and in HTML that say the same. */
record Instructions(String subject, String text, String html) {
  /** Each template has the parameter, and none has a tag that would be intercepted. */
  @SuppressWarnings("NullAway")
  private static final HtmlInterceptor NONE = null;

  /**
   * Writes them.
   *
   * @param site the address of the firm's pages
   * @param email what the account is known by
   */
  static Instructions of(String firmName, String site, String email) {
    StringOutput text = new StringOutput();
    JteinstructionsTextGenerated.render(text, NONE, firmName, site, email);
    StringOutput html = new StringOutput();
    JteinstructionsGenerated.render(new OwaspHtmlTemplateOutput(html), NONE, firmName, site, email);
    return new Instructions(
        "How to come in to the client portal of " + firmName, text.toString(), html.toString());
  }
}
