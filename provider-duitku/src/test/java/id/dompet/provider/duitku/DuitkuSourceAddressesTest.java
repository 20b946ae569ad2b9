package id.dompet.provider.duitku;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.http.Body;
import id.dompet.http.InboundRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Allowed are 182.23.85.8, 103.177.101.184/29 and 2001:db8:1::/48; proxies are 10.0.0.0/8,
 * 192.168.1.1 and fd00::/8.
 */
final class DuitkuSourceAddressesTest {
    private final SourceAddresses sources =
            new SourceAddresses(
                    AddressRange.all(
                            List.of("182.23.85.8", "103.177.101.184/29", "2001:db8:1::/48")),
                    AddressRange.all(List.of("10.0.0.0/8", "192.168.1.1", "fd00::/8")));

    /** Header lines are separated by "/"; a dash stands for no header. */
    @ParameterizedTest(name = "{0} forwarding {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // the peer alone
                "182.23.85.8|-|true",
                "182.23.85.9|-|false",
                "::ffff:182.23.85.8|-|true",
                "::ffff:182.23.85.9|-|false",
                "103.177.101.183|-|false",
                "103.177.101.184|-|true",
                "103.177.101.191|-|true",
                "103.177.101.192|-|false",
                "2001:db8:1::|-|true",
                "2001:db8:1:ffff:ffff:ffff:ffff:ffff|-|true",
                "2001:db8:2::|-|false",
                "2001:db8::1|-|false",
                "127.0.0.1|-|false",
                "10.0.0.1|-|false",
                // a stranger who says whom he forwards is not believed
                "182.23.85.9|182.23.85.8|false",
                "203.0.113.7|182.23.85.8, 10.0.0.1|false",
                "182.23.85.8|203.0.113.7|true",
                "182.23.85.8|junk|true",
                // a trusted proxy is
                "10.0.0.1|182.23.85.8|true",
                "192.168.1.1|182.23.85.8|true",
                "192.168.1.2|182.23.85.8|false",
                "fd00::1|182.23.85.8|true",
                "10.0.0.1|203.0.113.7|false",
                "::ffff:10.0.0.1|182.23.85.8|true",
                // only its right end
                "10.0.0.1|182.23.85.8, 203.0.113.7|false",
                "10.0.0.1|203.0.113.7, 182.23.85.8|true",
                "10.0.0.1|junk, 182.23.85.8|true",
                "10.0.0.1|182.23.85.8, junk|false",
                "10.0.0.1|182.23.85.8, 10.9.9.9|true",
                "10.0.0.1|182.23.85.8, 10.9.9.9, fd12::7|true",
                "10.0.0.1|182.23.85.8, 203.0.113.7, 10.9.9.9|false",
                "10.0.0.1|203.0.113.7, 182.23.85.8, 10.9.9.9|true",
                "10.0.0.1|10.0.0.2, 10.0.0.3|false",
                // several lines are one list in their order
                "10.0.0.1|203.0.113.7/182.23.85.8|true",
                "10.0.0.1|182.23.85.8/203.0.113.7|false",
                "10.0.0.1|182.23.85.8/10.0.0.2|true",
                "10.0.0.1|182.23.85.8, 203.0.113.7/10.0.0.2, 10.0.0.3|false",
                // ports and brackets
                "10.0.0.1|182.23.85.8:567|true",
                "10.0.0.1|182.23.85.9:567|false",
                "10.0.0.1|[2001:db8:1::5]|true",
                "10.0.0.1|[2001:db8:1::5]:567|true",
                "10.0.0.1|2001:db8:1::5|true",
                "10.0.0.1|2001:DB8:1:0:0:0:0:5|true",
                "10.0.0.1|[2001:db8:2::5]:567|false",
                "10.0.0.1|::ffff:182.23.85.8|true",
                "10.0.0.1|[::ffff:182.23.85.8]:80|true",
                "10.0.0.1|::ffff:b617:5508|true",
                "10.0.0.1|182.23.85.8, [fd00::2]:443|true",
                // junk is nobody
                "10.0.0.1|''|false",
                "10.0.0.1|,|false",
                "10.0.0.1|182.23.85.8,|false",
                "10.0.0.1|182.23.85.8,,|false",
                "10.0.0.1|unknown|false",
                "10.0.0.1|_hidden|false",
                "10.0.0.1|localhost|false",
                "10.0.0.1|sandbox.duitku.com|false",
                "10.0.0.1|182.23.85|false",
                "10.0.0.1|182.23.85.8.1|false",
                "10.0.0.1|182.23.85.008|false",
                "10.0.0.1|182.23.85.256|false",
                "10.0.0.1|0xb6.23.85.8|false",
                "10.0.0.1|3054982408|false",
                "10.0.0.1|182.23.85.8/32|false",
                "10.0.0.1|182.23.85.8:|false",
                "10.0.0.1|182.23.85.8:x|false",
                "10.0.0.1|182.23.85.8:123456|false",
                "10.0.0.1|182.23.85.8 182.23.85.8|false",
                "10.0.0.1|182.23.85.8;x|false",
                "10.0.0.1|\"182.23.85.8\"|false",
                "10.0.0.1|for=182.23.85.8|false",
                "10.0.0.1|[182.23.85.8]|false",
                "10.0.0.1|[2001:db8:1::5|false",
                "10.0.0.1|[2001:db8:1::5]x|false",
                "10.0.0.1|[]|false",
                "10.0.0.1|2001:db8:1::5%eth0|false",
                "10.0.0.1|[2001:db8:1::5%1]:80|false",
                "10.0.0.1|2001:db8:1:::5|false",
                "10.0.0.1|١٨٢.٢٣.٨٥.٨|false",
            })
    void sendersAreFoundFromTheRight(String peer, String headers, boolean allowed)
            throws UnknownHostException {
        assertThat(sources.allows(request(peer, headers))).isEqualTo(allowed);
    }

    @Test
    void anUnknownPeerIsNobody() {
        InboundRequest request =
                InboundRequest.of(
                        "POST",
                        "/notify",
                        Map.of("X-Forwarded-For", List.of("182.23.85.8")),
                        new byte[0]);
        assertThat(sources.allows(request)).isFalse();
    }

    @Test
    void withoutAddressesEverybodyIsAllowed() throws UnknownHostException {
        SourceAddresses none =
                new SourceAddresses(List.of(), AddressRange.all(List.of("10.0.0.1")));
        assertThat(none.allows(request("203.0.113.7", "-"))).isTrue();
        assertThat(none.allows(request("10.0.0.1", "junk"))).isTrue();
    }

    @Test
    void aVeryLongHeaderIsReadFromItsEndOnly() throws UnknownHostException {
        String long1 = "junk,".repeat(100_000) + "182.23.85.8";
        assertThat(sources.allows(request("10.0.0.1", long1))).isTrue();
        String chain = "10.0.0.2,".repeat(5_000) + "10.0.0.3";
        assertThat(sources.allows(request("10.0.0.1", chain))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "10.0.0.0/8",
                "0.0.0.0/0",
                "10.0.0.1/32",
                "::1",
                "::/0",
                "fd00::/8",
                "2001:db8::1/128",
                "::ffff:10.0.0.1"
            })
    void rangesAreAddressesWithAnOptionalPrefix(String text) {
        assertThat(AddressRange.of(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "10.0.0.1/", "10.0.0.1/33", "10.0.0.1/-1", "10.0.0.1/+8", "10.0.0.1/8/8",
                "10.0.0/8", "/8", "::1/129", "::1/1290", "localhost", "example.com", "*",
                "::ffff:10.0.0.0/104", "fe80::1%eth0", "10.0.0.1 ", "10.0.0.1/ 8"
            })
    void everythingElseIsNoRange(String text) {
        assertThat(AddressRange.of(text)).isEmpty();
    }

    private static InboundRequest request(String peer, String headers) throws UnknownHostException {
        return new InboundRequest(
                "POST",
                "/notify",
                headers.equals("-")
                        ? Map.of()
                        : Map.of("x-forwarded-for", Arrays.asList(headers.split("/", -1))),
                Body.empty(),
                Optional.of(InetAddress.getByName(peer)));
    }
}
