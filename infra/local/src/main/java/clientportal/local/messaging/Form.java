package clientportal.local.messaging;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request of AWS's Query protocol; lists and maps are numbered from 1. */
record Form(Map<String, String> fields) {

  static Form parse(String encoded) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new Form(fields);
  }

  /** The value of a parameter, perhaps an empty one. */
  Optional<String> text(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** The fields below {@code prefix.1}, {@code prefix.2} and so on, up to the first gap. */
  List<Form> members(String prefix) {
    List<Form> members = new ArrayList<>();
    while (true) {
      Form member = below(prefix + "." + (members.size() + 1) + ".");
      if (member.fields().isEmpty()) {
        return members;
      }
      members.add(member);
    }
  }

  private Form below(String prefix) {
    Map<String, String> below = new LinkedHashMap<>();
    fields.forEach((name, value) -> {
      if (name.startsWith(prefix)) {
        below.put(name.substring(prefix.length()), value);
      }
    });
    return new Form(below);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
