package clientportal.clients;

import clientportal.platform.http.Shape;
import clientportal.platform.problem.Fault;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Pattern;

/**
 * A phone number in E.164, of a length that the numbering plan of its country permits. The plans
 * are loaded with the first number.
 */
final class PhoneNumber {
  /** At most 15 digits; the plans of some countries have more. */
  static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

  private PhoneNumber() {}

  static final Shape<String> SHAPE =
      json -> {
        String number = Shape.string(json);
        if (!isE164(number)) {
          throw new Shape.Mismatch(
              Fault.Code.FORMAT, "must be a phone number in the E.164 format: +46701234567");
        }
        return number;
      };

  private static boolean isE164(String number) {
    if (!E164.matcher(number).matches()) {
      return false;
    }
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber parsed = plans.parse(number, null);
      return plans.isPossibleNumber(parsed)
          && plans.format(parsed, PhoneNumberFormat.E164).equals(number);
    } catch (NumberParseException _) {
      return false;
    }
  }
}
