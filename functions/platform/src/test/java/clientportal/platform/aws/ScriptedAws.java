package clientportal.platform.aws;

import clientportal.platform.RuntimeContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * A service of AWS that answers as a script says, to a client of the SDK that is built as functions
 * build theirs; only the SDK's own retries are off. So it is the SDK that reads the errors, as AWS
 * writes them.
 */
public final class ScriptedAws {
  private static final RuntimeContext CONTEXT =
      new RuntimeContext(
          Map.of(
              "AWS_REGION", "eu-west-1",
              "AWS_ACCESS_KEY_ID", "id",
              "AWS_SECRET_ACCESS_KEY", "secret"),
          Clock.systemUTC());

  /** How a service writes its errors. */
  public enum Protocol {
    JSON("{\"__type\":\"aws#%s\",\"message\":\"refused\"}"),
    REST_XML("<Error><Code>%s</Code><Message>refused</Message><RequestId>r</RequestId></Error>"),
    QUERY(
        "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>refused</Message></Error>"
            + "<RequestId>r</RequestId></ErrorResponse>");

    private final String error;

    Protocol(String error) {
      this.error = error;
    }
  }

  /** An answer, or the failure of the connection. */
  private interface Reply {
    HttpExecuteResponse give() throws IOException;
  }

  private final Protocol protocol;
  private final Map<String, Reply> usual = new HashMap<>();
  private final Map<String, Reply> now = new HashMap<>();
  private final Set<Class<?>> errors = new HashSet<>();
  private final List<String> calls = new ArrayList<>();

  public ScriptedAws(Protocol protocol) {
    this.protocol = protocol;
  }

  /** An operation succeeds with this body, and with headers, by name and value. */
  public ScriptedAws answer(String operation, String body, String... headers) {
    usual.put(operation, reply(200, body, headers));
    return this;
  }

  /** From now on an operation is refused with an error. */
  public ScriptedAws refuse(String operation, int status, String code) {
    return refuseWith(operation, status, protocol.error.formatted(code));
  }

  /** From now on an operation is refused with this body. */
  public ScriptedAws refuseWith(String operation, int status, String body) {
    now.put(operation, reply(status, body));
    return this;
  }

  /** From now on the answer to an operation is lost with the connection. */
  public ScriptedAws lose(String operation) {
    now.put(
        operation,
        () -> {
          throw new IOException("Connection reset");
        });
    return this;
  }

  /** An operation succeeds again. */
  public ScriptedAws recover(String operation) {
    now.remove(operation);
    return this;
  }

  private static Reply reply(int status, String body, String... headers) {
    SdkHttpFullResponse.Builder response = SdkHttpResponse.builder().statusCode(status);
    for (int i = 0; i < headers.length; i += 2) {
      response.putHeader(headers[i], headers[i + 1]);
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return () ->
        HttpExecuteResponse.builder()
            .response(response.build())
            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
            .build();
  }

  /** Returns the operations that were called. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** Returns the types of the errors, as the SDK made them. */
  Set<Class<?>> errors() {
    return Set.copyOf(errors);
  }

  /**
   * Builds a client of the service.
   *
   * @param service the service as {@link AwsClients#configure} knows it
   */
  public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, String service) {
    ScopedValue.where(RuntimeContext.CURRENT, CONTEXT)
        .run(() -> AwsClients.fromEnvironment().configure(builder, service));
    return builder
        .httpClientBuilder(new Wires())
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .addExecutionInterceptor(new Watch())
                .build())
        .build();
  }

  /** Notes what is called, and every error before and after it is translated. */
  private final class Watch implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution before, ExecutionAttributes call) {
      calls.add(call.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }

    @Override
    public Throwable modifyException(Context.FailedExecution failed, ExecutionAttributes call) {
      errors.add(failed.exception().getClass());
      return failed.exception();
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution failed, ExecutionAttributes call) {
      errors.add(failed.exception().getClass());
    }
  }

  private final class Wires implements SdkHttpClient.Builder<Wires> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return new Wire();
    }
  }

  private final class Wire implements SdkHttpClient {
    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      String operation = calls.getLast();
      @Nullable Reply reply = now.getOrDefault(operation, usual.get(operation));
      if (reply == null) {
        throw new AssertionError("no answer to " + operation);
      }
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          return reply.give();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
