package clientportal.access.ids;

/** The version of a site's logo: 26 characters, time-ordered. */
public record LogoVersion(String value) {

  public LogoVersion {
    IdShape.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
