package clientportal.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import clientportal.driver.Portal;
import clientportal.local.template.Application;
import clientportal.platform.Surroundings;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the templates say of each function, held to the zip and to the code. */
final class FunctionsIT {
  private static final Pattern CODE =
      Pattern.compile("(?m)^ +CodeUri: (\\S+)\\R +Handler: (\\S+)$");

  /** What Lambda sets for every function. */
  private static final Map<String, String> LAMBDAS_OWN =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "AWS_ACCESS_KEY_ID", "key",
          "AWS_SECRET_ACCESS_KEY", "secret");

  /** A function's code as its template names it. */
  private record Code(FunctionZip zip, String handler) {}

  static Stream<Application.Function> functions() {
    return Portal.stack().application().functions().stream();
  }

  @Test
  void eachHandler_isInItsZip_publicWithAConstructorForLambda() throws Exception {
    List<Code> all = codes();
    assertThat(all)
        .extracting(Code::handler)
        .containsExactlyInAnyOrderElementsOf(
            functions().map(Application.Function::handler).toList());

    for (FunctionZip zip : all.stream().map(Code::zip).distinct().toList()) {
      try (URLClassLoader classes = zip.classes()) {
        Class<?> streamHandler = classes.loadClass(RequestStreamHandler.class.getName());
        for (Code code : all) {
          if (code.zip().equals(zip)) {
            Class<?> handler = classes.loadClass(code.handler());
            assertThat(handler).isPublic();
            assertThat(streamHandler).as(code.handler()).isAssignableFrom(handler);
            assertThat(Modifier.isPublic(handler.getDeclaredConstructor().getModifiers()))
                .as(code.handler())
                .isTrue();
          }
        }
      }
    }
  }

  private static List<Code> codes() throws IOException {
    List<Code> codes = new ArrayList<>();
    for (String module : modules()) {
      String template = Files.readString(FunctionZip.folder(module).resolve("template.yaml"));
      for (Matcher code = CODE.matcher(template); code.find(); ) {
        codes.add(new Code(FunctionZip.at(module, code.group(1)), code.group(2)));
      }
    }
    return codes;
  }

  private static List<String> modules() throws IOException {
    try (Stream<Path> folders = Files.list(FunctionZip.ROOT.resolve("functions"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("template.yaml")))
          .map(folder -> folder.getFileName().toString())
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void environment_isExactlyWhatTheCodeNeeds(Application.Function function) throws Exception {
    Map<String, String> declared = function.environment();
    construct(function, declared);

    for (String name : declared.keySet()) {
      Map<String, String> without = new HashMap<>(declared);
      without.remove(name);
      assertThat(catchThrowable(() -> construct(function, without)))
          .as("%s declares %s, which its code does without", function.name(), name)
          .isNotNull()
          .hasMessageContaining(name);
    }
  }

  private static void construct(Application.Function function, Map<String, String> own)
      throws Exception {
    Map<String, String> environment = new HashMap<>(LAMBDAS_OWN);
    environment.putAll(own);
    ScopedValue.where(Surroundings.CURRENT, new Surroundings(environment, Clock.systemUTC()))
        .call(() -> newInstance(function.handler()));
  }

  private static Object newInstance(String handler) throws Exception {
    try {
      return Class.forName(handler).getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception failure ? failure : e;
    }
  }
}
