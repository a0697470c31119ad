package clientportal.local.functions;

import clientportal.local.template.Application;
import clientportal.platform.RuntimeContext;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * One function and its instances. As on Lambda, an instance serves one request at a time, and
 * another one is created when all are busy.
 */
final class HostedFunction {
  /** More instances would only compete for the processor. */
  private static final int MOST_INSTANCES = 4;

  private final Application.Function function;
  private final RuntimeContext runtimeContext;
  private final Function<String, Invocation> invocations;
  private final PrintStream log;
  private final ExecutorService threads;
  private final Semaphore permits = new Semaphore(MOST_INSTANCES);
  private final Deque<RequestStreamHandler> idle = new ArrayDeque<>();

  /** Makes the invocations of their request ids. */
  HostedFunction(
      Application.Function function,
      RuntimeContext runtimeContext,
      Function<String, Invocation> invocations,
      PrintStream log,
      ExecutorService threads) {
    this.function = function;
    this.runtimeContext = runtimeContext;
    this.invocations = invocations;
    this.log = log;
    this.threads = threads;
  }

  Application.Function function() {
    return function;
  }

  /** Returns whether Lambda would publish no version of this after one of the other. */
  boolean isConfiguredAs(HostedFunction other) {
    return written(function).equals(written(other.function))
        && function.environment().equals(other.function.environment());
  }

  private static Optional<String> written(Application.Function function) {
    return function.version().map(Application.Version::properties);
  }

  /** Creates an instance ahead of the first request, unless there is one. */
  void warmUp() throws FunctionFailedException, InterruptedException {
    permits.acquire();
    try {
      giveBack(borrow());
    } finally {
      permits.release();
    }
  }

  byte[] invoke(byte[] payload) throws FunctionFailedException, InterruptedException {
    permits.acquire();
    try {
      RequestStreamHandler handler = borrow();
      byte[] answer = run(handler, payload);
      giveBack(handler); // a failed instance is not used again, as on Lambda
      return answer;
    } finally {
      permits.release();
    }
  }

  private byte[] run(RequestStreamHandler handler, byte[] payload)
      throws FunctionFailedException, InterruptedException {
    String requestId = UUID.randomUUID().toString();
    Future<byte[]> running = threads.submit(() -> handle(handler, payload, requestId));
    try {
      return running.get(function.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      running.cancel(true);
      String message = "timed out after " + function.timeout().toSeconds() + " s";
      log.println(FailureLine.of(function, requestId, payload, message));
      throw new FunctionFailedException(message, e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      log.println(FailureLine.of(function, requestId, payload, FailureLine.trace(cause)));
      throw new FunctionFailedException(function.name() + " failed: " + cause, cause);
    }
  }

  private byte[] handle(RequestStreamHandler handler, byte[] payload, String requestId)
      throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ScopedValue.where(Invocation.CURRENT, invocations.apply(requestId))
        .call(() -> {
          handler.handleRequest(
              new ByteArrayInputStream(payload),
              answer,
              new LocalContext(function, requestId, log));
          return answer;
        });
    return answer.toByteArray();
  }

  private RequestStreamHandler borrow() throws FunctionFailedException {
    synchronized (idle) {
      RequestStreamHandler ready = idle.pollLast();
      if (ready != null) {
        return ready;
      }
    }
    try {
      return ScopedValue.where(RuntimeContext.CURRENT, runtimeContext).call(this::construct);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      Throwable cause =
          e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
      if (cause instanceof ClassNotFoundException) {
        log.println(function.name() + " cannot be made: no class " + function.handler());
      } else {
        log.println(function.name() + " cannot be made: " + FailureLine.trace(cause));
      }
      throw new FunctionFailedException(function.name() + " cannot be made: " + cause, cause);
    }
  }

  private RequestStreamHandler construct() throws ReflectiveOperationException {
    return Class.forName(function.handler())
        .asSubclass(RequestStreamHandler.class)
        .getConstructor()
        .newInstance();
  }

  private void giveBack(RequestStreamHandler handler) {
    synchronized (idle) {
      idle.addLast(handler);
    }
  }
}
