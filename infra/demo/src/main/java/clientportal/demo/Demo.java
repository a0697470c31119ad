package clientportal.demo;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Fills a running local stack with a firm at work, and prints how to sign in as each person. */
public final class Demo {
  private Demo() {}

  /**
   * Fills in the demo unless it is there, through the published API alone. A fault is printed in
   * one sentence; the stack runs on.
   *
   * @param stack the API's address, without {@code /v1}
   */
  public static void fill(URI stack, PrintStream out) throws InterruptedException {
    // The people's names need UTF-8, whatever the terminal's locale says.
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    print.println();
    try (LocalPortal portal = LocalPortal.at(stack)) {
      fill(portal, print);
    } catch (DemoFault fault) {
      print.println("The demo is not complete: " + fault.getMessage());
    }
  }

  private static void fill(LocalPortal portal, PrintStream print) throws InterruptedException {
    SignIns signIns = new SignIns(portal, print);
    try {
      new DemoFirm(portal, step -> print.println("Demo: " + step)).open();
    } catch (DemoFault fault) {
      if (!fault.isProblem("slug-taken")) {
        throw fault;
      }
      print.println("The demo is here already, from an earlier start.");
      signIns.check();
    }
    // The functions' later log lines would push this off the screen.
    portal.settle();
    signIns.print();
  }
}
