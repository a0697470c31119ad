package clientportal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import clientportal.local.Options;
import clientportal.tools.MissingTool;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Runs tests of pages on a stack and on browsers that they share, and opens windows for them. At
 * the end of each test the browsers forget it, and fail it if they complained of anything. Without
 * Chromium the tests are skipped with a line that says so.
 */
public final class Browsers implements BeforeAllCallback, InvocationInterceptor {
  private static final List<Window> OPEN = new ArrayList<>();
  private static final Deque<ChromeDriver> IDLE = new ArrayDeque<>();

  /** Started at the first use. */
  private static final class Shared {
    static final LocalStack STACK = start();

    private static LocalStack start() {
      LocalStack stack = LocalStack.start(Options.forTests());
      Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
      return stack;
    }
  }

  /** Opens a window for a person who reads English. */
  static Window open(String person) {
    return open(person, "en-GB");
  }

  static Window open(String person, String language) {
    Window window = new Window(person, IDLE.isEmpty() ? start() : IDLE.pop(), language);
    OPEN.add(window);
    return window;
  }

  private static ChromeDriver start() {
    try {
      ChromeDriver driver = Chromium.find().start();
      Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
      return driver;
    } catch (MissingTool missing) {
      throw missing.ends("pages");
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    try {
      Chromium.find();
    } catch (MissingTool missing) {
      throw missing.ends("pages");
    }
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Portal.<Void, Throwable>on(Shared.STACK, () -> closingWindows(invocation));
  }

  /** What a page keeps is forgotten by its address, so while the test still has this stack. */
  private static Void closingWindows(Invocation<Void> invocation) throws Throwable {
    try {
      invocation.proceed();
      assertThat(OPEN).flatMap(Window::complaints).isEmpty();
      return null;
    } finally {
      OPEN.forEach(window -> IDLE.push(window.leave()));
      OPEN.clear();
    }
  }
}
