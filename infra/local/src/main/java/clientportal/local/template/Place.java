package clientportal.local.template;

/**
 * Where the application would be deployed: what the pseudo parameters and made-up ids stand for.
 */
public record Place(String region, String accountId, String stackName) {

  /** The place of the local stack. */
  public static final Place LOCAL = new Place("eu-central-1", "000000000000", "portal");

  /** The name of a resource there. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
  }

  /** Ids are the same at each start, so that what is kept between runs still fits. */
  String userPoolId() {
    return region + "_Local0001";
  }

  String userPoolClientId() {
    return "localclient000000000000001";
  }

  String apiId() {
    return "local";
  }
}
