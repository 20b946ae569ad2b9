package id.dompet.provider.duitku;

import id.dompet.model.Balance;
import id.dompet.model.Binding;
import id.dompet.model.DompetException.BindingUnusable;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.Money;
import id.dompet.model.ProviderId;
import id.dompet.model.TopUpInstruction;
import id.dompet.provider.duitku.LinkedAccounts.Linked;
import id.dompet.spi.BalancePort;
import id.dompet.spi.Call;
import id.dompet.spi.TopUpPort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Questions about a linked wallet: Account Link V1.1, sections 3 and 4. */
final class DuitkuWallet implements BalancePort, TopUpPort {
    /** Spelled like this in every document, and by the official package. */
    private static final String TOP_UP_PATH = "topup/intructions";

    private final ProviderId id;
    private final AccountLink accountLink;
    private final UserInfo userInfo;
    private final LinkedAccounts accounts;

    DuitkuWallet(
            ProviderId id, AccountLink accountLink, UserInfo userInfo, LinkedAccounts accounts) {
        this.id = id;
        this.accountLink = accountLink;
        this.userInfo = userInfo;
        this.accounts = accounts;
    }

    /** Balances of ShopeePay appear in no sample, so an answer without one must be expected. */
    @Override
    public Balance balance(Call call, Binding binding) {
        Linked linked = accounts.require(binding);
        JsonObject answer =
                userInfo.linked(call, linked.channel(), linked.code().reveal())
                        .orElseThrow(() -> ended(UserInfo.PATH));
        try {
            Optional<Money> cash = answer.rupiah("balanceCash");
            Optional<Money> points = answer.rupiah("balancePoint");
            return new Balance(
                    cash.orElseThrow(
                            () ->
                                    new Unavailable(
                                            id,
                                            "user/info: the wallet is linked and Duitku names no"
                                                    + " balance for it",
                                            null)),
                    points,
                    call.now());
        } catch (JsonObject.Unreadable e) {
            throw new Unavailable(id, "user/info: a balance cannot be read", null);
        }
    }

    @Override
    public List<TopUpInstruction> topUpInstructions(Call call, Binding binding) {
        Linked linked = accounts.require(binding);
        JsonObject answer =
                accountLink
                        .ask(call, TOP_UP_PATH, linked.channel(), linked.code().reveal())
                        .orElseThrow(() -> ended(TOP_UP_PATH));
        return answer
                .objects("data")
                .orElseThrow(
                        () -> new Unavailable(id, TOP_UP_PATH + ": no list of instructions", null))
                .stream()
                .flatMap(entry -> instruction(entry).stream())
                .toList();
    }

    private static Optional<TopUpInstruction> instruction(JsonObject entry) {
        Optional<String> title = entry.text("displayText");
        Optional<String> page = entry.text("url").filter(DuitkuWallet::isWebAddress);
        Optional<String> icon = entry.text("icon").filter(DuitkuWallet::isWebAddress);
        return title.isPresent() && page.isPresent()
                ? Optional.of(new TopUpInstruction(title.get(), icon, page.get()))
                : Optional.empty();
    }

    /** They are shown as links, where {@code javascript:} would run. */
    private static boolean isWebAddress(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }

    private BindingUnusable ended(String path) {
        return new BindingUnusable(
                id,
                DuitkuCodes.Result.CREDENTIAL.code(),
                path + ": Duitku says that the wallet is not linked any more");
    }
}
