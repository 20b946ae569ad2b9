package id.dompet.sandbox.shop;

import id.dompet.model.Balance;
import id.dompet.model.BindOutcome;
import id.dompet.model.Binding;
import id.dompet.model.Customer;
import id.dompet.model.DompetException;
import id.dompet.model.Money;
import id.dompet.model.UnbindNotice;
import id.dompet.model.UnbindOutcome;
import id.dompet.model.Wallet;
import id.dompet.sandbox.web.Pages;
import id.dompet.sandbox.web.Refused;
import id.dompet.sandbox.web.Reply;
import id.dompet.sandbox.web.WebRequest;
import id.dompet.spi.Capability;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Linked wallets: linking, what they hold, unlinking. */
final class WalletPages {
    private static final List<Wallet> LINKABLE = List.of(Wallet.OVO, Wallet.SHOPEEPAY);

    private final Pages pages;
    private final Running running;
    private final Visitors visitors;

    WalletPages(Pages pages, Running running, Visitors visitors) {
        this.pages = pages;
        this.running = running;
        this.visitors = visitors;
    }

    private record Linked(String id, String wallet, String provider, String since) {
        static Linked of(Binding binding) {
            return new Linked(
                    binding.id(),
                    Words.wallet(binding.wallet()),
                    binding.provider().value(),
                    Words.time(binding.boundAt()));
        }
    }

    private record Offer(String wallet, String code, String provider) {}

    Reply all(WebRequest request) {
        Customer me = visitors.of(request);
        return running.with(
                backend -> {
                    List<Linked> linked =
                            backend.wallets().of(me).stream().map(Linked::of).toList();
                    return pages.show(
                            request,
                            "wallets",
                            "Your wallets",
                            Map.of(
                                    "linked", linked,
                                    "none", linked.isEmpty(),
                                    "offers", offers(backend.wallets()),
                                    "phone", me.phone().local()));
                });
    }

    private static List<Offer> offers(Wallets wallets) {
        return LINKABLE.stream()
                .flatMap(
                        wallet ->
                                wallets.route(wallet, Capability.BIND).stream()
                                        .map(
                                                provider ->
                                                        new Offer(
                                                                Words.wallet(wallet),
                                                                wallet.code(),
                                                                provider.value())))
                .toList();
    }

    Reply link(WebRequest request) {
        Wallet wallet =
                LINKABLE.stream()
                        .filter(each -> each.code().equals(request.field("wallet")))
                        .findFirst()
                        .orElseThrow(() -> Refused.bad("The shop does not link that wallet."));
        Customer me = visitors.of(request);
        BindOutcome outcome =
                running.with(backend -> Visitors.tried(() -> backend.wallets().link(me, wallet)));
        return answer(request, outcome);
    }

    /** The browser is back. Loaded again, it asks again, which is harmless. */
    Reply linked(WebRequest request) {
        Customer me = visitors.of(request);
        String nonce = request.path("nonce");
        try {
            BindOutcome outcome =
                    running.with(
                            backend ->
                                    Visitors.tried(
                                            () ->
                                                    backend.wallets()
                                                            .linked(me, nonce, request.target())));
            return answer(request, outcome);
        } catch (IllegalArgumentException e) {
            request.session().say("There is nothing left to finish: see below what is linked.");
            return Reply.seeOther("/wallets");
        }
    }

    private Reply answer(WebRequest request, BindOutcome outcome) {
        return switch (outcome.state()) {
            case AWAITING_CUSTOMER ->
                    Reply.seeOther(((BindOutcome.AwaitingCustomer) outcome).action().toString());
            case BOUND -> {
                Binding binding = ((BindOutcome.Bound) outcome).binding();
                yield told(request, Words.wallet(binding.wallet()) + " is linked.");
            }
            case REFUSED ->
                    told(
                            request,
                            "Not linked: "
                                    + Words.plain(((BindOutcome.Refused) outcome).decline())
                                    + ".");
            case PROCESSING ->
                    told(
                            request,
                            "The wallet has not told us yet. Load this page again in a moment.");
            case UNKNOWN ->
                    told(request, "Nobody can say whether it was linked. Please link it again.");
        };
    }

    private static Reply told(WebRequest request, String sentence) {
        request.session().say(sentence);
        return Reply.seeOther("/wallets");
    }

    /** Asks the provider what the wallet holds, every time. */
    Reply show(WebRequest request) {
        return running.with(
                backend -> {
                    Binding binding = mine(backend, request);
                    try {
                        return shown(request, backend.wallets(), binding);
                    } catch (DompetException.BindingUnusable e) {
                        return told(
                                request,
                                "The link to "
                                        + Words.wallet(binding.wallet())
                                        + " was ended in the wallet's app.");
                    }
                });
    }

    private Reply shown(WebRequest request, Wallets wallets, Binding binding) {
        Optional<Balance> balance = Optional.empty();
        String trouble = "";
        try {
            balance = Optional.of(wallets.balance(binding));
        } catch (DompetException.BindingUnusable e) {
            throw e;
        } catch (DompetException e) {
            trouble = "The balance cannot be told now: " + e.getMessage();
        }
        return pages.show(
                request,
                "wallet",
                Words.wallet(binding.wallet()),
                Map.of(
                        "linked", Linked.of(binding),
                        "cash", balance.map(known -> words(known.cash())).orElse("unknown"),
                        "points",
                                balance.flatMap(Balance::points).map(WalletPages::words).orElse(""),
                        "trouble", trouble,
                        "topUp", Visitors.tried(() -> wallets.topUp(binding))));
    }

    private static String words(Money money) {
        return Words.rupiah(money.amount().longValue());
    }

    /** The words are the wallet's; {@code ?lang=id} shows them in Indonesian. */
    Reply beforeUnlinking(WebRequest request) {
        Locale language = Locale.forLanguageTag(request.query("lang").equals("id") ? "id" : "en");
        return running.with(
                backend -> {
                    Binding binding = mine(backend, request);
                    String name = Words.wallet(binding.wallet());
                    UnbindNotice notice =
                            backend.wallets()
                                    .beforeUnlinking(binding, language)
                                    .orElseGet(
                                            () ->
                                                    new UnbindNotice(
                                                            "Unlink " + name + " from this shop?",
                                                            "Keep",
                                                            "Unlink"));
                    return pages.show(
                            request,
                            "unlink",
                            "Unlink " + name,
                            Map.of(
                                    "linked", Linked.of(binding),
                                    "lang", language.toLanguageTag(),
                                    "text", notice.text(),
                                    "keep", notice.keep(),
                                    "unbind", notice.unbind()));
                });
    }

    /** Pressed twice, or in two tabs, it has ended all the same. */
    Reply unlink(WebRequest request) {
        Customer me = visitors.of(request);
        return running.with(
                backend -> {
                    Optional<Binding> binding = backend.wallets().of(me, request.path("id"));
                    if (binding.isEmpty()) {
                        return told(request, "That wallet is not linked any more.");
                    }
                    UnbindOutcome outcome =
                            Visitors.tried(() -> backend.wallets().unlink(binding.get()));
                    String name = Words.wallet(binding.get().wallet());
                    return told(
                            request,
                            switch (outcome.state()) {
                                case UNBOUND -> name + " is unlinked.";
                                case UNKNOWN ->
                                        "The answer was lost: please unlink " + name + " again.";
                            });
                });
    }

    private Binding mine(Backend backend, WebRequest request) {
        return backend.wallets()
                .of(visitors.of(request), request.path("id"))
                .orElseThrow(
                        () -> Refused.missing("You have no such wallet linked, or not any more."));
    }
}
