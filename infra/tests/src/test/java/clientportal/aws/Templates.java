package clientportal.aws;

import clientportal.local.Options;
import clientportal.local.template.Application;
import clientportal.local.template.ApplicationReader;
import clientportal.local.template.Place;
import java.nio.file.Path;
import java.util.Map;

/** The application's templates, as the tests of the adapters use them. */
public final class Templates {
  /** The folder with {@code template.yaml}. */
  static final Path ROOT = Options.forTests().root();

  /** What the root template's parameters are here. */
  static final Map<String, String> PARAMETERS =
      Map.of(
          "PortalUrl", "http://localhost:3000",
          "PortalOrigin", "http://localhost:3000",
          "StaffUrl", "http://localhost:3001",
          "StaffOrigin", "http://localhost:3001",
          "MailFrom", "no-reply@portal.test",
          // LocalStack has no GuardDuty.
          "MalwareScanning", "false");

  /** What they describe. */
  public static final Application APPLICATION =
      ApplicationReader.read(ROOT.resolve("template.yaml"), PARAMETERS, Place.LOCAL);

  private Templates() {}
}
