package clientportal.pages;

import clientportal.driver.Office;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A test finds nothing in its browser that the test before it has left there. */
@InBrowsers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowsersIT {
  @Test
  @Order(1)
  void aPersonChoosesALanguage() {
    Window window = Browsers.open("Rosa", "de-DE");

    window.open(signInPage());
    window.choose("Sprache", "English");
    window.sees("Send me a code");
  }

  @Test
  @Order(2)
  void theNextPersonReadsTheirOwn() {
    Window window = Browsers.open("Rosa", "de-DE");

    window.open(signInPage());
    window.sees("Code per E-Mail senden");
  }

  private static String signInPage() {
    return People.portal() + "/" + Office.open().slug();
  }
}
