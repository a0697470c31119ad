package clientportal.packaged;

import clientportal.platform.Ids;
import clientportal.platform.Secrets;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;

/** Does what a handler with SnapStart must not: returns values that it drew before its snapshot. */
public final class PlantedHandler implements RequestStreamHandler {
  private final SecureRandom random = new SecureRandom();
  private final String id = new Ids(Clock.systemUTC()).next();
  private final String token = Secrets.token();
  private final Instant now = Instant.now();
  private final AwsCredentials credentials =
      ContainerCredentialsProvider.create().resolveCredentials();

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    byte[] drawn = new byte[16];
    random.nextBytes(drawn);
    response.write(
        """
        {"id": "%s", "token": "%s", "drawn": "%s", "at": "%s", "accessKey": "%s"}
        """
            .formatted(id, token, HexFormat.of().formatHex(drawn), now, credentials.accessKeyId())
            .getBytes(StandardCharsets.UTF_8));
  }
}
