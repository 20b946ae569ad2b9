package id.dompet.provider.duitku;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One IP address, or a range in CIDR notation. Reads literals only: a name is never looked up.
 *
 * @param network the first address
 * @param prefix how many leading bits count
 */
record AddressRange(InetAddress network, int prefix) {
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /** Reads {@code 10.0.0.1}, {@code 10.0.0.0/8}, {@code ::1} or {@code fd00::/8}. */
    static Optional<AddressRange> of(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int bits = address.get().getAddress().length * 8;
        if (slash < 0) {
            return Optional.of(new AddressRange(address.get(), bits));
        }
        String length = text.substring(slash + 1);
        // An IPv4 address in IPv6 clothing has become IPv4, and its prefix would count other bits.
        boolean disguised = bits == 32 && text.indexOf(':') >= 0;
        if (disguised || !length.matches("[0-9]{1,3}") || Integer.parseInt(length) > bits) {
            return Optional.empty();
        }
        return Optional.of(new AddressRange(address.get(), Integer.parseInt(length)));
    }

    /** Reads them all; what cannot be read has been reported before, by the settings' check. */
    static List<AddressRange> all(List<String> texts) {
        return texts.stream()
                .map(
                        text ->
                                of(text).orElseThrow(
                                                () ->
                                                        new IllegalArgumentException(
                                                                "not an address or a CIDR range:"
                                                                        + " '"
                                                                        + text
                                                                        + "'")))
                .toList();
    }

    /** An address written as a literal; IPv4-mapped IPv6 becomes IPv4. */
    static Optional<InetAddress> address(String text) {
        // A zone ("%eth0") would be looked up among this machine's interfaces; digits of other
        // scripts are digits to the parser and to nobody else.
        if (!LITERAL.matcher(text).matches() || !InetAddresses.isInetAddress(text)) {
            return Optional.empty();
        }
        return Optional.of(InetAddresses.forString(text));
    }

    boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
