package id.dompet.testkit.doku;

import id.dompet.testkit.doku.Binding.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All bindings. Thread-safe: what a binding becomes is decided here. */
final class BindingBook {

    private final DokuSettings settings;
    private final DokuIds ids;
    private final Map<String, Binding> byTicket = new LinkedHashMap<>();
    private final Map<String, Binding> byAuthCode = new LinkedHashMap<>();

    BindingBook(DokuSettings settings, DokuIds ids) {
        this.settings = settings;
        this.ids = ids;
    }

    /** Opens a page; refuses wallets that cannot be bound, in the words seen live. */
    synchronized Binding open(Binding.Request request) {
        refuseUnbindable(request);
        Binding binding =
                new Binding(
                        request,
                        ids.referenceNo(),
                        ids.ticket(),
                        ids.authCode(),
                        settings.clock().instant().plus(settings.money().pageLifetime()));
        byTicket.put(binding.ticket(), binding);
        byAuthCode.put(binding.authCode(), binding);
        return binding;
    }

    private void refuseUnbindable(Binding.Request request) {
        DokuWallet wallet = request.wallet();
        String name = wallet.channel().displayName();
        if (!wallet.isRegistered()) {
            throw Refusal.because(
                    SnapCase.TRANSACTION_NOT_PERMITTED,
                    name
                            + " account not available please register to "
                            + name.toLowerCase(Locale.ROOT));
        }
        if (wallet.isBlocked()) {
            throw Refusal.because(
                    SnapCase.TRANSACTION_NOT_PERMITTED, name + " account blocked temporary");
        }
        Optional<Binding> bound = activeOf(wallet);
        if (bound.isEmpty()) {
            return;
        }
        if (!bound.get().request().custIdMerchant().equals(request.custIdMerchant())) {
            throw Refusal.because(
                    SnapCase.TRANSACTION_NOT_PERMITTED,
                    name + " account already registered by another customer");
        }
        if (!settings.protocol().allowsRebinding()) {
            throw Refusal.because(SnapCase.TRANSACTION_NOT_PERMITTED, "Account Already Registered");
        }
    }

    /** Runs {@code action} on a binding whose page can still be used; empty when it cannot. */
    synchronized <T> Optional<T> withOpen(String ticket, Function<Binding, T> action) {
        return Optional.ofNullable(byTicket.get(ticket))
                .filter(binding -> binding.isOpen(settings.clock().instant()))
                .map(action);
    }

    /** The binding of a page, open or not. */
    synchronized Optional<Binding> ofPage(String ticket) {
        return Optional.ofNullable(byTicket.get(ticket));
    }

    /** The customer confirmed; fails when another binding of the wallet was faster. */
    synchronized void complete(Binding binding) {
        Optional<Binding> other = activeOf(binding.wallet());
        boolean rival =
                other.isPresent()
                        && !other.get()
                                .request()
                                .custIdMerchant()
                                .equals(binding.request().custIdMerchant());
        if (rival || binding.wallet().isBlocked()) {
            binding.state(State.FAILED);
            return;
        }
        other.ifPresent(earlier -> earlier.state(State.ENDED));
        binding.state(State.ACTIVE);
    }

    synchronized void fail(Binding binding) {
        binding.state(State.FAILED);
    }

    /** The binding an auth code belongs to, if the customer has confirmed and not unlinked it. */
    synchronized Optional<Binding> activeByAuthCode(String authCode) {
        return Optional.ofNullable(byAuthCode.get(authCode)).filter(this::isActive);
    }

    synchronized boolean isActive(Binding binding) {
        return binding.state() == State.ACTIVE;
    }

    synchronized void end(Binding binding) {
        binding.state(State.ENDED);
    }

    synchronized void endAllOf(DokuWallet wallet) {
        activeOf(wallet).ifPresent(this::end);
    }

    /** The newest binding of a wallet, however it stands. */
    synchronized Optional<Binding> newestOf(DokuWallet wallet) {
        return byTicket.values().stream()
                .filter(binding -> binding.wallet() == wallet)
                .reduce((older, newer) -> newer);
    }

    /** Every binding, oldest first. */
    synchronized List<DokuLink> all() {
        return byTicket.values().stream()
                .map(
                        binding ->
                                new DokuLink(
                                        binding.wallet().channel(),
                                        binding.wallet().phoneNumber(),
                                        binding.request().custIdMerchant(),
                                        binding.referenceNo(),
                                        DokuLink.State.valueOf(binding.state().name())))
                .toList();
    }

    /** The auth codes of a wallet that are in force. */
    synchronized List<String> activeCodes(DokuWallet wallet) {
        return activeOf(wallet).map(Binding::authCode).stream().toList();
    }

    private Optional<Binding> activeOf(DokuWallet wallet) {
        return byTicket.values().stream()
                .filter(binding -> binding.wallet() == wallet && isActive(binding))
                .findFirst();
    }
}
