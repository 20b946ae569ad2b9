package id.dompet.testkit.doku;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** All wallets; a phone number seen for the first time gets one with the default balances. */
final class DokuWallets {

    private record Key(DokuChannel channel, String phoneNumber) {}

    private final Map<Key, DokuWallet> byKey = new ConcurrentHashMap<>();
    private final DokuSettings settings;
    private final Consumer<DokuWallet> unlinkAll;

    DokuWallets(DokuSettings settings, Consumer<DokuWallet> unlinkAll) {
        this.settings = settings;
        this.unlinkAll = unlinkAll;
    }

    /** Who pays an order when nobody says otherwise: the linked wallet, else a standard one. */
    DokuWallet payerOf(PaymentOrder order) {
        return order.wallet().orElseGet(() -> of(order.channel(), DokuCustomer.LOCAL_PHONE));
    }

    /** In order of channel and number. */
    List<DokuWallet> all() {
        return byKey.values().stream()
                .sorted(
                        Comparator.comparing(DokuWallet::channel)
                                .thenComparing(DokuWallet::phoneNumber))
                .toList();
    }

    DokuWallet of(DokuChannel channel, String localPhone) {
        return byKey.computeIfAbsent(
                new Key(channel, localPhone),
                key ->
                        new DokuWallet(
                                channel,
                                localPhone,
                                settings.money().defaultCash(),
                                settings.money().defaultPoints(),
                                unlinkAll));
    }
}
