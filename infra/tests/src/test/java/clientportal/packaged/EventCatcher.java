package clientportal.packaged;

import static java.util.Objects.requireNonNull;

import clientportal.driver.Call;
import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import clientportal.local.functions.FunctionFailedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Records what a stack gives its functions: an event for each, which is also written to a file of
 * its own under {@code target/packaged/events}, to be looked at.
 */
final class EventCatcher {
  /** How a scene gives a function its event. */
  static final String HOW =
      "each function needs an event: let a class *Scene make the call or the message it answers";

  private static final Path FILES = FunctionZip.UNPACKED.resolve("events");
  private static final byte[] DONE = "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ALL_FAILED =
      "{\"batchItemFailures\":[{\"itemIdentifier\":\"all\"}]}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ANSWERED = "{\"statusCode\":204}".getBytes(StandardCharsets.UTF_8);

  private final LocalStack stack;
  private final Map<String, List<String>> caught = new ConcurrentHashMap<>();
  private final Map<String, String> events = new TreeMap<>();
  private final Map<String, Call> calls = new TreeMap<>();
  private final Map<String, String> values = new TreeMap<>();

  EventCatcher(LocalStack stack) {
    this.stack = stack;
  }

  /** Returns the operations for which there is an event. */
  Set<String> operations() {
    return events.keySet();
  }

  /** Returns the event that this stack handed out. */
  String event(String operation) {
    return requireNonNull(events.get(operation), () -> operation + ": " + HOW);
  }

  /** Returns the call that causes the event of an operation, to be changed and sent again. */
  Call call(String operation) {
    return requireNonNull(calls.get(operation), operation).copy();
  }

  /** Returns a value by its name. */
  String value(String name) {
    return requireNonNull(values.get(name), name);
  }

  /** Makes a call and catches the event that it causes. */
  void request(String operation, Call call) {
    calls.put(operation, call.copy());
    catchFromNowOn(operation, ANSWERED);
    call.outsideTheContract().send().is(204);
    letGo(operation);
    keep(operation);
  }

  /** Invokes a function that has no other source. */
  void invoke(String operation, JsonNode event) {
    catchFromNowOn(operation);
    try {
      stack.invoke(operation, event.toString());
    } catch (FunctionFailedException | InterruptedException e) {
      throw new AssertionError(e);
    }
    keep(operation);
  }

  /** Catches the events of a function, which does not run for them. */
  void catchFromNowOn(String operation) {
    catchFromNowOn(operation, DONE);
  }

  private void catchFromNowOn(String operation, byte[] answer) {
    stack.tap(
        operation,
        payload -> {
          add(operation, new String(payload, StandardCharsets.UTF_8));
          return Optional.of(answer);
        });
  }

  /** Lets the function run, and keeps its events that contain this text. */
  void watch(String operation, String text) {
    stack.tap(
        operation,
        payload -> {
          String event = new String(payload, StandardCharsets.UTF_8);
          if (event.contains(text)) {
            add(operation, event);
          }
          return Optional.empty();
        });
  }

  /** Fails each event of a function that contains this text, at every try. */
  void refuse(String operation, String text) {
    stack.tap(
        operation,
        payload -> {
          String event = new String(payload, StandardCharsets.UTF_8);
          if (!event.contains(text)) {
            return Optional.empty();
          }
          add(operation, event);
          return Optional.of(ALL_FAILED);
        });
  }

  /** Lets the function run again. */
  void letGo(String operation) {
    stack.tap(operation, payload -> Optional.empty());
  }

  private void keep(String operation) {
    String event = caught(operation).getLast();
    events.put(operation, event);
    try {
      Files.writeString(Files.createDirectories(FILES).resolve(operation + ".json"), event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for an event that no other call waits for. */
  void keepMessage(String operation) {
    Portal.settle();
    if (caught(operation).isEmpty()) {
      throw new AssertionError("the stack did not call " + operation);
    }
    keep(operation);
  }

  /** Forgets what was caught for a function, so that later events can be seen. */
  void forget(String operation) {
    caught.remove(operation);
  }

  /** Returns the caught events of a function, oldest first. */
  List<String> caught(String operation) {
    return caught.getOrDefault(operation, List.of());
  }

  private void add(String operation, String event) {
    caught.computeIfAbsent(operation, _ -> new CopyOnWriteArrayList<>()).add(event);
  }

  /** Gives a value its name; returns the value. */
  String name(String name, String value) {
    values.put(name, value);
    return value;
  }
}
