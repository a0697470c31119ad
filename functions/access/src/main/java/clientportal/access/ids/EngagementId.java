package clientportal.access.ids;

/** The id of an engagement: 26 characters, time-ordered. */
public record EngagementId(String value) {

  public EngagementId {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
