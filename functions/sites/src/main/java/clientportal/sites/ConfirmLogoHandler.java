package clientportal.sites;

import clientportal.platform.LambdaFunction;
import clientportal.platform.json.Json;
import clientportal.platform.queue.Batch;
import clientportal.uploads.ObjectEvent;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * Consumes messages about new objects under {@code sites/}, and logs the outcome of each. Their
 * keys contain the slug that an administrator chose; the log has the version instead.
 */
public record ConfirmLogoHandler(RequestStreamHandler delegate) implements LambdaFunction {
  public ConfirmLogoHandler() {
    this(SitesModule.fromEnvironment().confirmLogo());
  }

  ConfirmLogoHandler(ConfirmLogo confirmLogo) {
    this(
        Batch.ofMessagesWithOutcome(message -> {
          ObjectEvent event = ObjectEvent.read(message);
          return Json.object()
              .with("logo", LogoKey.parse(event.key()).map(key -> key.version().toString()))
              .with("outcome", confirmLogo.handle(event).text());
        }));
  }
}
