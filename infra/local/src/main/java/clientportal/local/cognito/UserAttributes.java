package clientportal.local.cognito;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The attributes that an administrator may write: the standard ones; the pool has no custom ones.
 */
public final class UserAttributes {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");
  private static final int LONGEST_USERNAME = 128;
  private static final int LONGEST_VALUE = 2048;
  private static final Set<String> STANDARD =
      Set.of(
          "address",
          "birthdate",
          "email",
          "email_verified",
          "family_name",
          "gender",
          "given_name",
          "locale",
          "middle_name",
          "name",
          "nickname",
          "phone_number",
          "phone_number_verified",
          "picture",
          "preferred_username",
          "profile",
          "website",
          "zoneinfo");

  /** Attributes that only an administrator sets, whatever a client may write. */
  private static final Set<String> OF_ADMINISTRATORS =
      Set.of("email_verified", "phone_number_verified");

  private UserAttributes() {}

  /** Returns what a client may read; without a list, that is every attribute. */
  public static Set<String> readable(List<String> listed) {
    return listed.isEmpty() ? STANDARD : Set.copyOf(listed);
  }

  /** Returns what a client may write; without a list, that is every attribute. */
  public static Set<String> writable(List<String> listed) {
    Set<String> writable = new TreeSet<>(listed.isEmpty() ? STANDARD : listed);
    writable.removeAll(OF_ADMINISTRATORS);
    return writable;
  }

  /** Requires that a client may write all of these attributes. */
  static void requireWritable(AppClient client, Map<String, String> given) {
    if (!client.writable().containsAll(given.keySet())) {
      throw unauthorized();
    }
  }

  static CognitoFault unauthorized() {
    return CognitoFault.notAuthorized("A client attempted to write unauthorized attribute");
  }

  /** Users sign in by email address: the username must be one, and becomes the attribute. */
  static Map<String, String> ofNew(String username, Map<String, String> given) {
    if (username.length() > LONGEST_USERNAME) {
      throw CognitoFault.constraint(
          "'" + username + "'", "username", "have length less than or equal to 128");
    }
    if (!isEmail(username)) {
      throw CognitoFault.invalidParameter("Username should be an email.");
    }
    check(given);
    if (given.containsKey("sub")) {
      throw unchangeable();
    }
    if (!PoolUser.key(given.getOrDefault("email", username)).equals(PoolUser.key(username))) {
      throw CognitoFault.invalidParameter("The email attribute differs from the username.");
    }
    Map<String, String> attributes = new LinkedHashMap<>(given);
    attributes.putIfAbsent("email", username);
    return attributes;
  }

  /** A changed address is not verified, unless the same call sets {@code email_verified}. */
  static Map<String, String> ofChange(PoolUser user, Map<String, String> given) {
    check(given);
    if (given.containsKey("sub")) {
      throw unchangeable();
    }
    Map<String, String> attributes = new LinkedHashMap<>(given);
    if (given.containsKey("email") && !given.get("email").equals(user.email())) {
      attributes.putIfAbsent("email_verified", "false");
    }
    return attributes;
  }

  static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  private static void check(Map<String, String> given) {
    given.forEach((name, value) -> {
      if (!name.equals("sub") && !STANDARD.contains(name)) {
        throw CognitoFault.invalidParameter(
            "Attributes did not conform to the schema: Type for attribute {"
                + name
                + "} could not be determined");
      }
      if (value.length() > LONGEST_VALUE) {
        throw CognitoFault.constraint(
            "'" + name + "'", "userAttributes", "have length less than or equal to 2048");
      }
      if (name.equals("email") && !isEmail(value)) {
        throw CognitoFault.invalidParameter("Invalid email address format.");
      }
      if (name.endsWith("_verified") && !value.equals("true") && !value.equals("false")) {
        throw CognitoFault.invalidParameter(
            "Attributes did not conform to the schema: " + name + ": Must be true or false");
      }
    });
  }

  private static CognitoFault unchangeable() {
    return CognitoFault.invalidParameter("user.sub: Attribute cannot be updated.");
  }
}
