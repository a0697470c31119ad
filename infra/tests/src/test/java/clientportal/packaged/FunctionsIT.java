package clientportal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import clientportal.driver.Portal;
import clientportal.local.template.Application;
import clientportal.platform.RuntimeContext;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the templates say of each function, compared with the zip and the code. */
final class FunctionsIT {
  /** What Lambda sets for every function. */
  private static final Map<String, String> LAMBDAS_OWN =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "AWS_ACCESS_KEY_ID", "key",
          "AWS_SECRET_ACCESS_KEY", "secret");

  static Stream<Named<Application.Function>> functions() {
    return all().map(function -> Named.of(function.name(), function));
  }

  private static Stream<Application.Function> all() {
    return Portal.stack().application().functions().stream();
  }

  @Test
  void eachHandler_isInItsZip_publicWithAConstructorForLambda() throws IOException {
    List<DeployedFunction> codes = DeployedFunction.all();
    assertThat(codes)
        .extracting(DeployedFunction::handler)
        .containsExactlyInAnyOrderElementsOf(all().map(Application.Function::handler).toList());

    Map<String, String> faults = new TreeMap<>();
    for (FunctionZip zip : codes.stream().map(DeployedFunction::zip).distinct().toList()) {
      try (URLClassLoader classes = zip.classes()) {
        codes.stream()
            .filter(code -> code.zip().equals(zip))
            .map(DeployedFunction::handler)
            .forEach(handler ->
                handlerFault(classes, handler).ifPresent(fault -> faults.put(handler, fault)));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void aHandlerThatLambdaCannotMake_isFound() throws IOException {
    try (URLClassLoader classes = FunctionZip.of("accounts").classes()) {
      assertThat(handlerFault(classes, "clientportal.firms.GetFirmHandler"))
          .contains("is not in the zip");
      assertThat(handlerFault(classes, "clientportal.accounts.GetMe")).contains("is not public");
      assertThat(handlerFault(classes, "clientportal.platform.problem.ProblemType"))
          .contains("is no RequestStreamHandler");
      assertThat(handlerFault(classes, "clientportal.platform.http.Endpoint"))
          .contains("has other public constructors than Lambda's and the record's");
    }
  }

  private static Optional<String> handlerFault(URLClassLoader classes, String handler) {
    try {
      Class<?> type = classes.loadClass(handler);
      if (!Modifier.isPublic(type.getModifiers())) {
        return Optional.of("is not public");
      }
      Class<?> stream = classes.loadClass(RequestStreamHandler.class.getName());
      if (!stream.isAssignableFrom(type)) {
        return Optional.of("is no RequestStreamHandler");
      }
      Set<List<Class<?>>> constructors =
          Stream.of(type.getConstructors())
              .map(constructor -> List.of(constructor.getParameterTypes()))
              .collect(Collectors.toSet());
      return constructors.equals(Set.of(List.of(), List.of(stream)))
          ? Optional.empty()
          : Optional.of("has other public constructors than Lambda's and the record's");
    } catch (ClassNotFoundException e) {
      return Optional.of("is not in the zip");
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void environment_isExactlyWhatTheCodeNeeds(Application.Function function) {
    assertThat(environmentFaults(function.handler(), function.environment())).isEmpty();
  }

  @Test
  void anEnvironmentWithTooLittleOrTooMuch_isFound() {
    String handler = "clientportal.accounts.GetMeHandler";

    assertThat(environmentFaults(handler, Map.of()))
        .singleElement()
        .asString()
        .endsWith("the environment variable TABLE_NAME is missing");
    assertThat(environmentFaults(handler, Map.of("TABLE_NAME", "table", "TOPIC_ARN", "topic")))
        .containsExactly("TOPIC_ARN is not needed");
  }

  /**
   * Constructs the handler in this environment, and then without each of its variables: a handler
   * that needs one names it.
   */
  private static List<String> environmentFaults(String handler, Map<String, String> declared) {
    List<String> faults = new ArrayList<>();
    construct(handler, declared).ifPresent(faults::add);
    for (String name : declared.keySet()) {
      Map<String, String> without = new HashMap<>(declared);
      without.remove(name);
      if (construct(handler, without).filter(fault -> fault.contains(name)).isEmpty()) {
        faults.add(name + " is not needed");
      }
    }
    return faults;
  }

  /** Returns the message with which the constructor fails. */
  private static Optional<String> construct(String handler, Map<String, String> own) {
    Map<String, String> environment = new HashMap<>(LAMBDAS_OWN);
    environment.putAll(own);
    RuntimeContext surroundings = new RuntimeContext(environment, Clock.systemUTC());
    return ScopedValue.where(RuntimeContext.CURRENT, surroundings)
        .call(() -> {
          try {
            Class.forName(handler).getConstructor().newInstance();
            return Optional.empty();
          } catch (InvocationTargetException e) {
            return Optional.of(String.valueOf(e.getCause()));
          } catch (ReflectiveOperationException e) {
            return Optional.of(e.toString());
          }
        });
  }
}
