package clientportal.local;

import clientportal.local.template.TemplateException;
import java.io.PrintStream;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Starts the stack for a person at a terminal, until Ctrl-C. */
public final class Terminal {
  private Terminal() {}

  /** Fills in a stack that runs, through its addresses alone. */
  @FunctionalInterface
  public interface Demo {
    void fill(URI stack, PrintStream out) throws InterruptedException;
  }

  /** Takes the options that {@code --help} lists. */
  public static void start(String[] arguments, Demo demo) throws InterruptedException {
    Arguments parsed;
    try {
      parsed = Arguments.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println("Options: see --help");
      System.exit(2);
      return;
    }
    if (parsed.help()) {
      System.out.print(Arguments.helpText());
      return;
    }
    try {
      run(parsed, demo);
    } catch (StartException | TemplateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Arguments arguments, Demo demo) throws InterruptedException {
    long begun = System.nanoTime();
    StoppableOutput errors = new StoppableOutput(System.err);
    StoppableOutput progress = new StoppableOutput(System.out);
    System.setErr(errors.printStream(System.err.charset()));
    LocalStack stack =
        LocalStack.start(
            new Options(
                Options.findRoot(),
                arguments.port(),
                arguments.data(),
                arguments.parameters(),
                arguments.log() ? System.err : new FailureLog(System.err),
                System.out::println));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              progress.stop();
              errors.stop();
              stop(stack, arguments, stopped);
            }));
    announce(stack, System.out, (System.nanoTime() - begun) / 1_000_000);
    if (arguments.demo()) {
      demo.fill(stack.api(), progress.printStream(System.out.charset()));
    } else {
      String staff = stack.describe().get("staffUrl");
      System.out.println(
          "Next: open " + staff + " and sign in as the operator, " + LocalStack.OPERATOR + ".");
    }
    stopped.await();
  }

  private static void stop(LocalStack stack, Arguments arguments, CountDownLatch stopped) {
    System.out.println();
    stack.close();
    System.out.println(
        arguments
            .data()
            .map(folder -> "Stopped. Everything is kept in " + folder.toAbsolutePath() + ".")
            .orElse("Stopped. Nothing was kept; --data DIR would keep it."));
    stopped.countDown();
  }

  private static void announce(LocalStack stack, PrintStream out, long millis) {
    Map<String, String> at = stack.describe();
    out.println();
    out.printf(Locale.ROOT, "The portal runs (started in %.1f s).%n%n", millis / 1000.0);
    out.println("  Portal     " + at.get("portalUrl") + "  the pages of clients and contacts");
    out.println("  Staff      " + at.get("staffUrl") + "  the pages of staff");
    out.println("  API        " + at.get("api") + "/v1");
    out.println("  Reference  " + at.get("api") + "/docs");
    out.println("  Outbox     " + at.get("outbox") + "  every mail and SMS, with codes to sign in");
    out.println("  Addresses  " + at.get("api") + "/_local  ids and endpoints as JSON");
    out.println("  Cognito    " + at.get("cognito"));
    out.println("  S3         " + at.get("s3"));
    out.println();
    out.println("Ctrl-C stops it.");
  }
}
