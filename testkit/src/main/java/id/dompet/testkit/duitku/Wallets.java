package id.dompet.testkit.duitku;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** All wallets; a phone number seen for the first time gets one with the default balances. */
final class Wallets {

    private record Key(Channel channel, String phoneNumber) {}

    private final Map<Key, Wallet> byKey = new ConcurrentHashMap<>();
    private final long defaultCash;
    private final long defaultPoints;
    private final Consumer<Wallet> unlinkAll;

    Wallets(long defaultCash, long defaultPoints, Consumer<Wallet> unlinkAll) {
        this.defaultCash = defaultCash;
        this.defaultPoints = defaultPoints;
        this.unlinkAll = unlinkAll;
    }

    /** In order of channel and number. */
    List<Wallet> all() {
        return byKey.values().stream()
                .sorted(Comparator.comparing(Wallet::channel).thenComparing(Wallet::phoneNumber))
                .toList();
    }

    Wallet of(Channel channel, String localPhone) {
        return byKey.computeIfAbsent(
                new Key(channel, localPhone),
                key -> new Wallet(channel, localPhone, defaultCash, defaultPoints, unlinkAll));
    }
}
