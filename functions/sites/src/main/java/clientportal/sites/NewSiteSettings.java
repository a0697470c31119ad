package clientportal.sites;

import clientportal.access.ids.SignInWay;
import clientportal.access.ids.SiteSettings;
import clientportal.platform.http.Field;
import clientportal.platform.http.Input;
import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The body of {@code setSiteSettings}. */
final class NewSiteSettings {
  private static final int LONGEST_WELCOME = 1_000;
  private static final int LONGEST_URL = 500;
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final Shape<String> WAYS =
      Shape.oneOf(
          SignInWay.ALL.stream().map(SignInWay::text).collect(Collectors.toUnmodifiableSet()));

  private NewSiteSettings() {}

  static SiteSettings read(Input input) {
    Field<String> displayName = input.required("displayName", Shape.name(120));
    Field<Optional<String>> welcome = input.optional("welcome", Shape.lines(LONGEST_WELCOME));
    Field<Optional<String>> privacyUrl = input.optional("privacyUrl", NewSiteSettings::privacyUrl);
    Field<Optional<String>> accentColor =
        input.optional("accentColor", NewSiteSettings::accentColor);
    Set<SignInWay> named = new HashSet<>();
    Field<List<SignInWay>> signIn =
        input.values("signIn", SignInWay.ALL.size(), json -> way(json, named));
    if (!signIn.isFaulty() && signIn.get().isEmpty()) {
      input.fault("signIn", Fault.Code.LENGTH, "must have at least 1 element");
    }
    return input.build(() ->
        new SiteSettings(
            displayName.get(), welcome.get(), privacyUrl.get(), accentColor.get(), signIn.get()));
  }

  private static String privacyUrl(Object json) throws Shape.Mismatch {
    String text = Shape.text(1, LONGEST_URL).read(json);
    if (!isHttps(text)) {
      throw new Shape.Mismatch(Fault.Code.FORMAT, "must be a URL that begins with https://");
    }
    return text;
  }

  private static boolean isHttps(String text) {
    try {
      URI url = new URI(text);
      return text.startsWith("https://")
          && text.equals(url.toASCIIString())
          && url.getHost() != null
          && url.getUserInfo() == null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static String accentColor(Object json) throws Shape.Mismatch {
    String text = Shape.string(json);
    if (!COLOR.matcher(text).matches()) {
      throw new Shape.Mismatch(Fault.Code.FORMAT, "must be # and six hexadecimal digits");
    }
    return text;
  }

  private static SignInWay way(Object json, Set<SignInWay> named) throws Shape.Mismatch {
    SignInWay way = SignInWay.of(WAYS.read(json));
    if (!named.add(way)) {
      throw new Shape.Mismatch(Fault.Code.DUPLICATE, "is named before");
    }
    return way;
  }
}
