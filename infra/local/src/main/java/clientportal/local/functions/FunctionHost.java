package clientportal.local.functions;

import clientportal.local.roles.CallPermissions;
import clientportal.local.roles.Roles;
import clientportal.local.template.Application;
import clientportal.platform.RuntimeContext;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Runs every function of the application, each with the environment that its template had when the
 * version was published to which its alias leads.
 */
public final class FunctionHost implements AutoCloseable {
  private volatile Map<String, Deployed> byName = Map.of();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CallLog calls = new CallLog();
  private final Refusals refusals = new Refusals();
  private final Map<String, Tap> taps = new ConcurrentHashMap<>();
  private final CallPermissions permissions;
  private final Roles roles;
  private final Map<String, String> endpoints;
  private final Clock clock;
  private final PrintStream log;

  /** Leaves one processor free for requests during the warm-up. */
  private final Semaphore warmUps =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

  /** The endpoints are variables of the SDK, added to the environment of each function. */
  public FunctionHost(
      Application application,
      Roles roles,
      Map<String, String> endpoints,
      Clock clock,
      PrintStream log) {
    this.roles = roles;
    this.endpoints = Map.copyOf(endpoints);
    this.clock = clock;
    this.log = log;
    this.permissions = new CallPermissions(application.place());
    update(application);
  }

  /** A function as it was deployed last, and the version to which its alias leads. */
  private record Deployed(HostedFunction latest, HostedFunction live) {}

  /**
   * Deploys the functions. The alias of a function moves only when a version is published, and that
   * is when SAM names another one or CloudFormation replaces the one that is there.
   *
   * @throws IllegalStateException if a version is to be published of a function that is as it was
   */
  public void update(Application application) {
    Map<String, Deployed> deployed = new LinkedHashMap<>();
    for (Application.Function function : application.functions()) {
      Deployed before = byName.get(function.name());
      deployed.put(function.name(), before == null ? deploy(function) : deploy(function, before));
    }
    byName = Collections.unmodifiableMap(deployed);
  }

  private Deployed deploy(Application.Function function) {
    HostedFunction hosted = host(function);
    return new Deployed(hosted, hosted);
  }

  private Deployed deploy(Application.Function function, Deployed before) {
    HostedFunction latest = host(function);
    Optional<Application.Version> version = function.version();
    if (version.isPresent() && version.equals(before.latest().function().version())) {
      return new Deployed(latest, before.live());
    }
    if (version.isPresent() && latest.isConfiguredAs(before.latest())) {
      throw new IllegalStateException(
          function.name() + ": a version of this function exists; only its description changed");
    }
    return new Deployed(latest, latest);
  }

  private HostedFunction host(Application.Function function) {
    Map<String, String> environment = new HashMap<>(endpoints);
    environment.putAll(function.environment());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    environment.put("AWS_SESSION_TOKEN", Roles.session(function.name()));
    return new HostedFunction(
        function,
        new RuntimeContext(environment, clock),
        requestId ->
            new Invocation(requestId, roles.of(function.name()), permissions, calls, refusals),
        log,
        threads);
  }

  /** Sees the payload of an invocation, and may answer instead of the function. */
  @FunctionalInterface
  public interface Tap {
    Optional<byte[]> answer(byte[] payload);
  }

  /** Sets the tap of a function; it replaces any earlier tap. */
  public void tap(Application.Function function, Tap tap) {
    taps.put(function.name(), tap);
  }

  /** Invokes a function and returns its response. */
  public byte[] invoke(String name, byte[] payload)
      throws FunctionFailedException, InterruptedException {
    Optional<byte[]> tapped =
        Optional.ofNullable(taps.get(name)).flatMap(tap -> tap.answer(payload));
    if (tapped.isPresent()) {
      return tapped.get();
    }
    Deployed function = byName.get(name);
    if (function == null) {
      log.println("the templates have no function " + name);
      throw new FunctionFailedException("no function " + name, new NoSuchElementException(name));
    }
    return function.live().invoke(payload);
  }

  /** The function with this name, which may omit the application's prefix. */
  public Optional<Application.Function> find(String name) {
    return functions()
        .filter(each -> each.name().equals(name) || each.name().endsWith("-" + name))
        .findFirst();
  }

  /** The function with this ARN, with or without an alias. */
  public Optional<Application.Function> byArn(String arn) {
    return functions()
        .filter(each -> arn.equals(each.arn()) || arn.startsWith(each.arn() + ":"))
        .findFirst();
  }

  private Stream<Application.Function> functions() {
    return byName.values().stream().map(deployed -> deployed.latest().function());
  }

  /** Starts an instance of each function in the background, so that no first request waits. */
  public void warmUp() {
    byName.values().forEach(function -> threads.execute(() -> warmUp(function.live())));
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
      // The host has printed the cause already, and each request will report it again.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The calls that functions made to AWS. */
  public CallLog calls() {
    return calls;
  }

  /** The calls to AWS that are answered with an error. */
  public Refusals refusals() {
    return refusals;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
