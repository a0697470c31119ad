package clientportal.packaged;

import static java.util.Objects.requireNonNull;

import clientportal.driver.Call;
import clientportal.driver.Portal;
import clientportal.local.LocalStack;
import clientportal.local.functions.FunctionFailedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Catches on a stack what functions are given: an event for each, and the names of the values in
 * them that another run has otherwise.
 */
final class EventCatcher {
  private static final Pattern MADE =
      Pattern.compile(
          "\\b([0-9a-hjkmnp-tv-z]{26}|[0-9a-f]{64}|\\d{21}|shardId-[\\w-]+|(?<=/stream/)[\\dT:.-]+)\\b");
  private static final byte[] DONE = "{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ALL_FAILED =
      "{\"batchItemFailures\":[{\"itemIdentifier\":\"all\"}]}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ANSWERED = "{\"statusCode\":204}".getBytes(StandardCharsets.UTF_8);

  private final LocalStack stack;
  private final Map<String, List<String>> caught = new ConcurrentHashMap<>();
  private final Map<String, String> events = new TreeMap<>();
  private final Map<String, String> values = new LinkedHashMap<>();

  EventCatcher(LocalStack stack) {
    this.stack = stack;
  }

  /** Returns the operations for which there is an event. */
  Set<String> operations() {
    return events.keySet();
  }

  /** Returns the event that this stack handed out. */
  String event(String operation) {
    return requireNonNull(events.get(operation), operation);
  }

  /** Returns what is different from run to run, by name. */
  Map<String, String> values() {
    return Map.copyOf(values);
  }

  /** Makes a call and catches the event that becomes of it. */
  void request(String operation, Call call) {
    catchFromNowOn(operation, ANSWERED);
    call.outsideTheContract().send().is(204);
    letGo(operation);
    keep(operation);
  }

  /** Invokes a function that is not asked otherwise. */
  void invoke(String operation, JsonNode event) {
    catchFromNowOn(operation);
    try {
      stack.invoke(operation, event.toString());
    } catch (FunctionFailedException | InterruptedException e) {
      throw new AssertionError(e);
    }
    keep(operation);
  }

  /** Catches what a function is given, which need not do anything for it. */
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

  /** Lets the function run, and keeps what it is given with this text in it. */
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

  /** Fails what a function is given with this text in it, as often as it is given it. */
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
    events.put(operation, caught(operation).getLast());
  }

  /** Waits for an event and names the ids and hashes in it that have no name yet. */
  void keepMessage(String operation) {
    Portal.settle();
    if (caught(operation).isEmpty()) {
      throw new AssertionError("the stack did not call " + operation);
    }
    String event = caught(operation).getLast();
    Matcher made = MADE.matcher(event);
    for (int number = 1; made.find(); ) {
      if (!values.containsValue(made.group())) {
        name(operation + "." + number++, made.group());
      }
    }
    events.put(operation, event);
  }

  /** Forgets what was caught for a function, so that it shows whether it is given more. */
  void forget(String operation) {
    caught.remove(operation);
  }

  /** Returns what a function was given, of what was caught, the last one last. */
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
