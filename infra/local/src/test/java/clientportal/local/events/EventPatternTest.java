package clientportal.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":["x"]}                              | {"a":"x"}               | true
          {"a":["x"]}                              | {"a":"y"}               | false
          {"a":["x","y"]}                          | {"a":"y"}               | true
          {"a":["x"]}                              | {"a":["w","x"]}         | true
          {"a":["x"],"b":[1]}                      | {"a":"x"}               | false
          {"a":["x"],"b":[1]}                      | {"a":"x","b":1.0}       | true
          {"a":{"b":["x"]}}                        | {"a":{"b":"x","c":1}}   | true
          {"a":{"b":["x"]}}                        | {"a":"x"}               | false
          {"a":[{"exists":true}]}                  | {"a":"x"}               | true
          {"a":[{"exists":true}]}                  | {"b":"x"}               | false
          {"a":[{"exists":false}]}                 | {"b":"x"}               | true
          {"a":[{"exists":false}]}                 | {"a":"x"}               | false
          {"a":{"b":{"c":[{"exists":true}]}}}      | {"a":{}}                | false
          {"a":[{"prefix":"ab"}]}                  | {"a":"abc"}             | true
          {"a":[{"prefix":"ab"}]}                  | {"a":"bab"}             | false
          {"a":[{"suffix":"bc"}]}                  | {"a":"abc"}             | true
          {"a":[{"anything-but":"x"}]}             | {"a":"y"}               | true
          {"a":[{"anything-but":"x"}]}             | {"a":"x"}               | false
          {"a":[{"anything-but":["x","y"]}]}       | {"a":"y"}               | false
          {"a":[{"anything-but":{"prefix":"x"}}]}  | {"a":"xy"}              | false
          {"a":[{"anything-but":"x"}]}             | {"b":"x"}               | false
          {"a":[{"equals-ignore-case":"AbC"}]}     | {"a":"aBc"}             | true
          {"a":[{"numeric":[">",1,"<=",3]}]}       | {"a":3}                 | true
          {"a":[{"numeric":[">",1,"<=",3]}]}       | {"a":1}                 | false
          {"a":[{"wildcard":"x*z"}]}               | {"a":"xyz"}             | true
          {"a":[{"wildcard":"x*z"}]}               | {"a":"xy"}              | false
          {"$or":[{"a":[1]},{"b":[2]}]}            | {"b":2}                 | true
          {"$or":[{"a":[1]},{"b":[2]}]}            | {"a":2}                 | false
          {"a":[{"cidr":"10.0.0.0/24"}]}           | {"a":"10.0.0.7"}        | true
          {"a":{"b":[1],"c":[2]}}                  | {"a":[{"b":1},{"c":2}]} | false
          {}                                       | {"a":1}                 | true
          """)
  void matches_asAwsDocumentsIt(String pattern, String event, boolean expected) throws Exception {
    assertThat(EventPattern.of(map(pattern)).matches(MAPPER.readTree(event))).isEqualTo(expected);
  }

  @Test
  void of_whatAwsRefuses_isRefused() {
    assertThatThrownBy(() -> EventPattern.of(map("{\"a\":[{\"like\":\"x\"}]}")))
        .hasMessageContaining("like");
    assertThatThrownBy(() -> EventPattern.of(map("{\"a\":\"x\"}")))
        .hasMessageContaining("is not valid");
  }

  private static Map<String, Object> map(String json) throws Exception {
    return MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
  }
}
