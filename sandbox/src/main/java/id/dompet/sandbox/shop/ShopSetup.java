package id.dompet.sandbox.shop;

import id.dompet.spi.TimeSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the shop needs to know before it opens.
 *
 * @param port where its pages are, on this machine; 0 for any free port
 * @param folder where its database and the key to it are kept; made if it is missing. What an
 *     earlier shop left there is taken up again
 * @param configuration the merchant's configuration, as in a file, given the address below which
 *     the shop hears notifications: that of an instance is {@code <address><instance>}
 * @param walletPages where the wallets' pages are: the only other addresses its forms lead to
 * @param time the shop's clock
 */
public record ShopSetup(
        int port,
        Path folder,
        Function<URI, Map<String, String>> configuration,
        List<URI> walletPages,
        TimeSource time) {

    /** Copies the list. */
    public ShopSetup {
        walletPages = List.copyOf(walletPages);
    }
}
