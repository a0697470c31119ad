package clientportal.local.docs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Redoc, the viewer of the contract, from its webjar. */
final class Viewer {
  private static final String PROPERTIES = "/META-INF/maven/org.webjars/redoc/pom.properties";
  private static final String WEBJAR = "/META-INF/resources/webjars/redoc/";
  private static final String LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg";

  private Viewer() {}

  /** The viewer's script, without the logo that it would load from another site. */
  static byte[] script() throws IOException {
    Properties properties = new Properties();
    try (InputStream stream = open(PROPERTIES)) {
      properties.load(stream);
    }
    String version = properties.getProperty("version");
    try (InputStream stream = open(WEBJAR + version + "/redoc.standalone.js")) {
      String script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return script.replace(LOGO, "data:,").getBytes(StandardCharsets.UTF_8);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream stream = Viewer.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new FileNotFoundException(resource);
    }
    return stream;
  }
}
