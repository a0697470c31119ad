package clientportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NetworkTest {
  private static Network of(String ip) {
    return Network.of(ip);
  }

  @Test
  void anIpv4Address_countsAsAWhole_andItsBlockHas24Bits() {
    assertThat(of("192.0.2.1").single()).isNotEqualTo(of("192.0.2.2").single());
    assertThat(of("192.0.2.1").block())
        .isEqualTo(of("192.0.2.254").block())
        .isNotEqualTo(of("192.0.3.1").block());
    assertThat(of("::ffff:192.0.2.1")).isEqualTo(of("192.0.2.1"));
  }

  @Test
  void anIpv6Address_countsByItsNetworkOf64Bits_andItsBlockHas48() {
    for (String same :
        List.of("2001:db8:1:2::9", "2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:0db8:0001:0002::")) {
      assertThat(of(same)).as(same).isEqualTo(of("2001:db8:1:2::1"));
    }
    assertThat(of("2001:db8:1:3::1").single()).isNotEqualTo(of("2001:db8:1:2::1").single());
    assertThat(of("2001:db8:1:3::1").block()).isEqualTo(of("2001:db8:1:2::1").block());
    assertThat(of("2001:db8:2:2::1").block()).isNotEqualTo(of("2001:db8:1:2::1").block());
  }

  @Test
  void whatIsNoAddress_countsAsItIs() {
    assertThat(of("")).isEqualTo(new Network("", ""));
    assertThat(of("example.org").single()).isEqualTo("example.org");
  }
}
