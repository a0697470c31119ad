package clientportal.local.functions;

import clientportal.local.roles.CallPermissions;
import clientportal.local.roles.Roles;
import clientportal.local.template.Application;
import clientportal.platform.RuntimeContext;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Every function of the application, each with exactly the environment that it would have. */
public final class FunctionHost implements AutoCloseable {
  private final Map<String, HostedFunction> byName = new LinkedHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CallLog calls = new CallLog();
  private final Map<String, Tap> taps = new ConcurrentHashMap<>();
  private final PrintStream log;

  /** One processor stays free for whoever calls already. */
  private final Semaphore warmUps =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

  /** The endpoints are added to what the templates give, as the SDK's own variables. */
  public FunctionHost(
      Application application,
      Roles roles,
      Map<String, String> endpoints,
      Clock clock,
      PrintStream log) {
    this.log = log;
    CallPermissions permissions = new CallPermissions(application.place());
    for (Application.Function function : application.functions()) {
      Map<String, String> environment = new HashMap<>(endpoints);
      environment.putAll(function.environment());
      environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
      environment.put("AWS_SESSION_TOKEN", Roles.session(function.name()));
      byName.put(
          function.name(),
          new HostedFunction(
              function,
              new RuntimeContext(environment, clock),
              roles.of(function.name()),
              permissions,
              calls,
              log,
              threads));
    }
  }

  /** Sees what a function is given, and may answer in its place. */
  @FunctionalInterface
  public interface Tap {
    Optional<byte[]> answer(byte[] payload);
  }

  /** Puts a tap on a function, in place of the one before. */
  public void tap(Application.Function function, Tap tap) {
    taps.put(function.name(), tap);
  }

  /** Runs a function and returns what it wrote. */
  public byte[] invoke(String name, byte[] payload)
      throws FunctionFailedException, InterruptedException {
    Optional<byte[]> tapped =
        Optional.ofNullable(taps.get(name)).flatMap(tap -> tap.answer(payload));
    if (tapped.isPresent()) {
      return tapped.get();
    }
    HostedFunction function = byName.get(name);
    if (function == null) {
      log.println("the templates have no function " + name);
      throw new FunctionFailedException("no function " + name, new NoSuchElementException(name));
    }
    return function.invoke(payload);
  }

  /** The function whose name ends so, whatever the application is called. */
  public Optional<Application.Function> find(String name) {
    return byName.values().stream()
        .map(HostedFunction::function)
        .filter(each -> each.name().equals(name) || each.name().endsWith("-" + name))
        .findFirst();
  }

  /** The function of this ARN, with or without an alias. */
  public Optional<Application.Function> byArn(String arn) {
    return byName.values().stream()
        .map(HostedFunction::function)
        .filter(each -> arn.equals(each.arn()) || arn.startsWith(each.arn() + ":"))
        .findFirst();
  }

  /** Makes an instance of each in the background, so that no first request waits for it. */
  public void warmUp() {
    byName.values().forEach(function -> threads.execute(() -> warmUp(function)));
  }

  private void warmUp(HostedFunction function) {
    try {
      warmUps.acquire();
      try {
        function.warmUp();
      } finally {
        warmUps.release();
      }
    } catch (FunctionFailedException e) {
      // Its cause is printed already, and each request will meet it again.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the functions called. */
  public CallLog calls() {
    return calls;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
