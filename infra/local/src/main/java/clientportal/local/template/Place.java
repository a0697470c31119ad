package clientportal.local.template;

import java.util.Locale;

/** The region, account and stack of the application, for pseudo parameters, ARNs and ids. */
public record Place(String region, String accountId, String stackName) {

  /** The place of the local stack. */
  public static final Place LOCAL = new Place("eu-central-1", "000000000000", "portal");

  /** The ARN of a resource in this region and account. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
  }

  /** Ids are the same at each start, so that state from earlier runs remains valid. */
  String userPoolId() {
    return region + "_Local0001";
  }

  String userPoolClientId(String logicalId) {
    return "local" + logicalId.toLowerCase(Locale.ROOT);
  }

  String apiId() {
    return "local";
  }
}
