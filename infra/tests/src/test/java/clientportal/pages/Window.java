package clientportal.pages;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Action;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/**
 * A browser of one person, who starts without anything kept in it. What is on the page is found by
 * what people see or hear of it: its role and its name. Every step waits until it is possible.
 */
final class Window {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST_WAY = 40;
  private static final Path SHOTS = Path.of("target", "pages");

  /** What is shown and can be reached: an open dialog hides what is behind it. */
  private static final String FIND =
      """
      const [role, name, within] = arguments;
      const selectors = {
        button: 'button, summary, [role=button]',
        link: 'a[href]',
        heading: 'h1, h2, h3, h4',
        field: 'input:not([type=hidden]), textarea, select',
        dialog: 'dialog[open]',
        text: '*',
      };
      const tidy = (text) => (text ?? '').replace(/\\s+/g, ' ').replaceAll(' :', ':').trim();
      const byIds = (ids) => ids.split(' ').map((id) => document.getElementById(id)?.textContent).join(' ');
      const nameOf = (element) => tidy(
        element.getAttribute('aria-label')
          ?? (element.hasAttribute('aria-labelledby') ? byIds(element.getAttribute('aria-labelledby')) : undefined)
          ?? (element.labels?.length ? [...element.labels].map((label) => label.innerText).join(' ') : undefined)
          ?? element.innerText);
      const shown = (element) => element.checkVisibility({ visibilityProperty: true })
        || (element.type === 'file' && element.parentElement.checkVisibility());
      const dialogs = [...document.querySelectorAll('dialog[open]')];
      let scopes = [dialogs.at(-1) ?? document.body];
      if (within) {
        const rows = [...scopes[0].querySelectorAll('li, tr, article, section, fieldset, [role=listitem]')]
          .filter((row) => shown(row) && tidy(row.innerText).includes(within));
        scopes = rows.filter((row) => !rows.some((other) => other !== row && row.contains(other)));
      }
      const candidates = scopes.flatMap((scope) => [...scope.querySelectorAll(selectors[role])])
        .concat(role === 'dialog' ? dialogs : []);
      const named = candidates.filter((element) => shown(element) && !element.closest('[inert]'));
      const exact = named.filter((element) => nameOf(element) === name);
      const found = exact.length ? exact : named.filter((element) => nameOf(element).startsWith(name));
      // Links to the same place, such as in the menu and in the way here, are one.
      return found.filter((each, index) => !each.href || found.findIndex(({ href }) => href === each.href) === index);
      """;

  /**
   * Notes what is said in the live region, what the browser asks, and how far what is shown has
   * jumped.
   */
  private static final String LISTEN =
      """
      window.heard = [];
      window.jumps = [];
      addEventListener('beforeunload', (event) => setTimeout(() => event.defaultPrevented && heard.push('Leave?')));
      new MutationObserver(() => {
        const said = document.getElementById('announcements')?.textContent;
        if (said && said !== heard.at(-1)) {
          heard.push(said);
        }
      }).observe(document, { subtree: true, childList: true, characterData: true });
      new PerformanceObserver((list) => list.getEntries().filter((shift) => !shift.hadRecentInput)
        .forEach(({ value, sources }) => jumps.push(`${value}: ${sources.map(({ node, previousRect, currentRect }) =>
          `${node?.nodeName} ${node?.className} ${previousRect.top} to ${currentRect.top}`).join()}`)))
        .observe({ type: 'layout-shift', buffered: true });
      """;

  private static final String AXE = resource("/axe.min.js");

  private final String person;
  private final ChromeDriver driver;

  Window(String person, ChromeDriver driver, String language) {
    this.person = person;
    this.driver = driver;
    driver.executeCdpCommand(
        "Emulation.setUserAgentOverride",
        Map.of(
            "userAgent",
            String.valueOf(driver.executeScript("return navigator.userAgent")),
            "acceptLanguage",
            language));
    everyPage(LISTEN);
  }

  /** Runs a script before those of each page. */
  private void everyPage(String script) {
    driver.executeCdpCommand("Page.enable", Map.of());
    driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  private static String resource(String name) {
    try (InputStream stream = requireNonNull(Window.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void open(String url) {
    driver.get(url);
  }

  String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  void reload() {
    driver.navigate().refresh();
  }

  void back() {
    driver.navigate().back();
  }

  void click(String role, String name) {
    act(role + " " + name, () -> one(role, name).click());
  }

  void button(String name) {
    click("button", name);
  }

  void link(String name) {
    click("link", name);
  }

  void fill(String field, String text) {
    act(
        "fill " + field,
        () -> {
          WebElement element = one("field", field);
          element.clear();
          element.sendKeys(text);
        });
  }

  /** Sets a field that has a picker of its own, such as that of a day. */
  void set(String field, String value) {
    act(
        "set " + field,
        () ->
            driver.executeScript(
                """
                arguments[0].value = arguments[1];
                arguments[0].dispatchEvent(new Event('change', { bubbles: true }));
                """,
                one("field", field),
                value));
  }

  /** Chooses an option of a list by what it shows. */
  void choose(String field, String option) {
    act(
        "choose " + option + " of " + field,
        () ->
            one("field", field).findElements(By.tagName("option")).stream()
                .filter(each -> String.valueOf(each.getText()).strip().equals(option))
                .findFirst()
                .orElseThrow(() -> new NotThisMoment("no option " + option))
                .click());
  }

  /** Ticks a box or chooses a radio button. */
  void tick(String field) {
    act("tick " + field, () -> one("field", field).click());
  }

  /** Gives files to the field that takes them. */
  void give(String field, Path... files) {
    String paths =
        Stream.of(files)
            .map(file -> file.toAbsolutePath().toString())
            .collect(Collectors.joining("\n"));
    act("give files to " + field, () -> one("field", field).sendKeys(paths));
  }

  /** Presses keys, wherever the focus is. */
  void type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** Presses Tab until the focus is on what has a name, and sees it at each step on the way. */
  void tabTo(String name) {
    walkTo(name, new Actions(driver).sendKeys(Keys.TAB).build());
  }

  /** The same towards the beginning of the page. */
  void tabBackTo(String name) {
    walkTo(
        name, new Actions(driver).keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT).build());
  }

  private void walkTo(String name, Action step) {
    List<String> way = new ArrayList<>();
    while (way.size() < LONGEST_WAY && (way.isEmpty() || !way.getLast().equals(name))) {
      step.perform();
      way.add(focus());
      until("seeing that the focus is on " + way.getLast(), () -> isFocusSeen("*"));
    }
    assertThat(way).as("what has the focus, one after the other").endsWith(name);
  }

  /** Waits until the focus is on the page's heading, where it is seen. */
  void focusesHeading(String name) {
    until("the focus on the heading " + name, () -> focus().equals(name) && isFocusSeen("h1"));
  }

  /** Waits until the focus is on what has a name, where it is seen. */
  void focuses(String name) {
    until("the focus on " + name, () -> focus().equals(name) && isFocusSeen("*"));
  }

  /** Whether what has the focus is what a selector says, and an outline around it is in sight. */
  private boolean isFocusSeen(String selector) {
    return Boolean.TRUE.equals(
        driver.executeScript(
            """
            const focused = document.activeElement;
            const outlined = (element) => {
              const { outlineStyle, outlineWidth } = getComputedStyle(element);
              return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
            };
            let marked = focused;
            while (marked && !outlined(marked)) {
              marked = marked.parentElement;
            }
            if (!marked || !focused.matches(arguments[0])) {
              return false;
            }
            const { left, top, width, height } = marked.getBoundingClientRect();
            return marked.contains(document.elementFromPoint(left + width / 2, top + height / 2));
            """,
            selector));
  }

  /** Opens the chooser of the field that has the focus by a key, and gives it a file. */
  void chooseByKey(CharSequence key, Path file) {
    driver.executeCdpCommand("Page.setInterceptFileChooserDialog", Map.of("enabled", true));
    driver.executeScript(
        "document.activeElement.addEventListener('click', () => (window.chooses = true))");
    type(key);
    waitsFor("the chooser", "return window.chooses");
    driver.switchTo().activeElement().sendKeys(file.toAbsolutePath().toString());
    driver.executeCdpCommand("Page.setInterceptFileChooserDialog", Map.of("enabled", false));
  }

  /** What has the focus, by its name. */
  String focus() {
    return String.valueOf(driver.switchTo().activeElement().getAccessibleName());
  }

  void seesHeading(String name) {
    until("heading " + name, () -> !find("heading", name, "").isEmpty());
  }

  void sees(String text) {
    until("text " + text, () -> text().contains(text));
  }

  /** Waits until something was said to those who cannot see it. */
  void hears(String text) {
    until(
        "hearing " + text,
        () ->
            Boolean.TRUE.equals(
                driver.executeScript(
                    "return heard.some((said) => said.includes(arguments[0]))", text)));
  }

  /** Waits until nothing shows a text any more. */
  void seesNoMore(String text) {
    until("no " + text, () -> !text().contains(text));
  }

  /** Opens another tab of the same profile, and looks at it from now on. */
  void newTab() {
    driver.switchTo().newWindow(WindowType.TAB);
    everyPage(LISTEN);
  }

  /** Looks at another tab, counted from the first one. */
  void tab(int number) {
    driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(number));
  }

  /** What is kept in the tab, and what beyond it, by its name. */
  String kept(String storage) {
    return String.valueOf(driver.executeScript("return Object.keys(" + storage + ").join()"));
  }

  /** Adds a device with passkeys, whose owner agrees to everything. */
  void addPasskeys() {
    driver.addVirtualAuthenticator(
        new VirtualAuthenticatorOptions()
            .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
            .setHasResidentKey(true)
            .setHasUserVerification(true)
            .setIsUserVerified(true));
  }

  /** Has what is downloaded saved in a folder, and waits until the file is there as a whole. */
  Path downloads(Path folder, String name, Runnable action) {
    driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
    action.run();
    Path file = folder.resolve(name);
    until("download of " + name, () -> Files.exists(file));
    return file;
  }

  /** Gives a file where the page opened a chooser by a script. */
  void giveToChooser(Runnable action, Path file) {
    driver.executeCdpCommand("Page.setInterceptFileChooserDialog", Map.of("enabled", true));
    action.run();
    act(
        "give a file to the chooser",
        () ->
            driver
                .findElement(By.cssSelector("input[data-continues]"))
                .sendKeys(file.toAbsolutePath().toString()));
    driver.executeCdpCommand("Page.setInterceptFileChooserDialog", Map.of("enabled", false));
  }

  /** Waits until the row that shows one text shows another. */
  void seesIn(String row, String text) {
    until(text + " in " + row, () -> !find("text", text, row).isEmpty());
  }

  /** Waits until a script in the page returns true. */
  void waitsFor(String what, String script) {
    until(what, () -> Boolean.TRUE.equals(driver.executeScript(script)));
  }

  /** Cuts the connection. */
  void disconnect() {
    network(true, -1);
  }

  /** Connects again, with so many bytes a second for uploads. */
  void connect(int uploads) {
    network(false, uploads);
  }

  private void network(boolean offline, int uploads) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of(
            "offline",
            offline,
            "latency",
            0,
            "downloadThroughput",
            -1,
            "uploadThroughput",
            uploads));
  }

  /** What the page shows as text, without what is only said. */
  String text() {
    return String.valueOf(
        driver.executeScript(
            """
            return [...document.querySelectorAll('header, main, footer, dialog[open]')]
              .map(({ innerText }) => innerText).join('\\n');
            """));
  }

  Object run(String script, Object... arguments) {
    Object result = driver.executeScript(script, arguments);
    return result == null ? "" : result;
  }

  /**
   * Judges the page as it is: axe finds nothing, and nothing reaches out of a narrow screen. Leaves
   * pictures of it, narrow and wide, light and dark.
   */
  void judge(String state) {
    settled();
    for (String scheme : List.of("light", "dark")) {
      driver.executeCdpCommand(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      for (int width : new int[] {360, 1280}) {
        driver.executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        assertThat(
                run(
                    "return document.documentElement.scrollWidth -"
                        + " document.documentElement.clientWidth"))
            .as(state + ": what is wider than " + width)
            .isEqualTo(0L);
        assertThat(squeezed()).as(state + ": what is squeezed at " + width).isEmpty();
        shoot(state + "-" + width + "-" + scheme);
      }
      // Only colors differ in the dark.
      assertThat(violations(scheme.equals("light") ? List.of() : List.of("color-contrast")))
          .as(state + ", " + scheme)
          .isEmpty();
    }
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  /** Returns the texts that have so little room that they are broken after each few letters. */
  private List<String> squeezed() {
    Object found =
        run(
            """
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const squeezed = [];
            while (texts.nextNode()) {
              const text = texts.currentNode;
              const range = document.createRange();
              range.selectNode(text);
              const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
              if (lines > 2 && text.data.trim().length / lines < 4 && !text.parentElement.closest('.unseen')) {
                squeezed.push(text.data.trim());
              }
            }
            return squeezed;
            """);
    return found instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private List<String> violations(List<String> rules) {
    driver.executeScript("if (!window.axe) {" + AXE + "}");
    Object found =
        driver.executeAsyncScript(
            """
            const [rules, done] = arguments;
            const described = ({ id, help, nodes }) =>
              `${id}: ${help}${nodes.map(({ html, failureSummary }) => `\\n  ${html}\\n    ${failureSummary}`).join('')}`;
            axe.run(document, { resultTypes: ['violations'], ...(rules.length ? { runOnly: rules } : {}) })
              .then(({ violations }) => done(violations.map(described)), (error) => done([String(error)]));
            """,
            rules);
    return found instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** Waits until nothing loads and nothing moves. */
  void settled() {
    waitsFor(
        "the page to be still",
        """
        return document.querySelector('main h1') && !document.querySelector('.loading, .spinner')
          && document.getAnimations().every(({ playState }) => playState !== 'running');
        """);
  }

  private void shoot(String name) {
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    try {
      Files.createDirectories(SHOTS);
      Files.write(
          SHOTS.resolve(name + ".png"),
          Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns what the browser complained of: errors of scripts, and what the page's policy forbids.
   * That the API refuses something is no fault of a page, and neither is a lost connection.
   */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .filter(message -> !message.contains("Failed to load resource") || isOwn(message))
        .toList();
  }

  private static boolean isOwn(String message) {
    return message.startsWith("http://localhost") && !message.contains("net::ERR_INTERNET");
  }

  /**
   * Leaves the browser as if nobody had used it: a tab's own storage and history go with the tab.
   */
  ChromeDriver leave() {
    connect(-1);
    for (String url : List.of(People.portal(), People.staff())) {
      driver.executeCdpCommand(
          "Storage.clearDataForOrigin", Map.of("origin", url, "storageTypes", "all"));
    }
    Set<String> used = driver.getWindowHandles();
    driver.switchTo().newWindow(WindowType.TAB);
    String fresh = driver.getWindowHandle();
    for (String tab : used) {
      driver.switchTo().window(tab).close();
    }
    driver.switchTo().window(fresh);
    return driver;
  }

  private List<WebElement> find(String role, String name, String row) {
    Object found = driver.executeScript(FIND, role, name, row);
    return found instanceof List<?> list
        ? list.stream().map(WebElement.class::cast).toList()
        : List.of();
  }

  private WebElement one(String role, String name) {
    List<WebElement> found = find(role, name, "");
    if (found.size() != 1) {
      throw new NotThisMoment(found.size() + " of " + role + " '" + name + "'");
    }
    return found.getFirst();
  }

  /** There may be one in a moment. */
  private static final class NotThisMoment extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotThisMoment(String message) {
      super(message);
    }
  }

  private void act(String what, Runnable action) {
    until(
        what,
        () -> {
          action.run();
          return true;
        });
  }

  /** Tries until it succeeds: each try asks the browser, so there is no need to wait in between. */
  private void until(String what, Supplier<Boolean> attempt) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "";
    while (System.nanoTime() < end) {
      try {
        if (attempt.get()) {
          return;
        }
      } catch (NotThisMoment | WebDriverException e) {
        // Covered, about to move, or just gone: what a person would wait for, too.
        last = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      }
    }
    shoot("failed-" + person.replaceAll("\\W+", "-"));
    throw new AssertionError(
        "%s waited in vain for %s (%s) at %s, where there is:%n%s%n%s"
            .formatted(person, what, last, address(), text(), complaints()));
  }
}
