package id.dompet.provider.duitku;

import id.dompet.http.InboundRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Who may post notifications, as far as addresses can tell. An extra: the signature is what
 * authenticates.
 *
 * <p>{@code X-Forwarded-For} is believed only when the peer is one of the merchant's own proxies,
 * and only its right end, which those proxies wrote themselves: everything to the left of the first
 * address that is not a proxy's may have been invented by the sender.
 */
final class SourceAddresses {
    private static final String FORWARDED = "X-Forwarded-For";

    private final List<AddressRange> allowed;
    private final List<AddressRange> proxies;

    SourceAddresses(List<AddressRange> allowed, List<AddressRange> proxies) {
        this.allowed = List.copyOf(allowed);
        this.proxies = List.copyOf(proxies);
    }

    /** Whether a request may be read. Always, if no addresses are configured. */
    boolean allows(InboundRequest request) {
        return allowed.isEmpty()
                || request.peer()
                        .flatMap(peer -> sender(peer, request.header(FORWARDED)))
                        .filter(sender -> within(allowed, sender))
                        .isPresent();
    }

    /** The nearest address that is not a trusted proxy's; empty if it cannot be told. */
    private Optional<InetAddress> sender(InetAddress peer, List<String> headers) {
        InetAddress nearest = peer;
        // Repeated headers are one list in the order of the lines (RFC 9110, section 5.3).
        String chain = String.join(",", headers);
        int end = headers.isEmpty() ? -1 : chain.length();
        while (within(proxies, nearest) && end >= 0) {
            int comma = end == 0 ? -1 : chain.lastIndexOf(',', end - 1);
            Optional<InetAddress> next = address(chain.substring(comma + 1, end).strip());
            if (next.isEmpty()) {
                return Optional.empty();
            }
            nearest = next.get();
            end = comma;
        }
        return Optional.of(nearest);
    }

    private static boolean within(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** {@code 1.2.3.4}, {@code 1.2.3.4:567}, {@code ::1}, {@code [::1]} or {@code [::1]:567}. */
    private static Optional<InetAddress> address(String text) {
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            String inside = close < 0 ? "" : text.substring(1, close);
            boolean fits = inside.indexOf(':') >= 0 && isPort(text.substring(close + 1));
            return fits ? AddressRange.address(inside) : Optional.empty();
        }
        int colon = text.indexOf(':');
        if (colon >= 0 && colon == text.lastIndexOf(':')) {
            return isPort(text.substring(colon))
                    ? AddressRange.address(text.substring(0, colon))
                    : Optional.empty();
        }
        return AddressRange.address(text);
    }

    private static boolean isPort(String text) {
        return text.isEmpty() || text.matches(":[0-9]{1,5}");
    }
}
