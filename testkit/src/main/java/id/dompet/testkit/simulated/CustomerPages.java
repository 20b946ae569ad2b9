package id.dompet.testkit.simulated;

import id.dompet.model.Money;
import id.dompet.model.PhoneNumber;
import id.dompet.testkit.FormText;
import id.dompet.testkit.Masking;
import id.dompet.testkit.PageLinks;
import id.dompet.testkit.PinCounter;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.page.Field;
import id.dompet.testkit.page.Figures;
import id.dompet.testkit.page.Text;
import id.dompet.testkit.page.WalletPage;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pages on which customers agree or refuse. Used under the lock of the books' state. */
final class CustomerPages {
    /** No provider's own path starts like this. */
    static final String PATH = "/-/page/";

    private final Clock clock;
    private final BookState state;
    private final ProviderDialect dialect;
    private final Map<String, PinCounter> pins = new HashMap<>();

    CustomerPages(Clock clock, BookState state, ProviderDialect dialect) {
        this.clock = clock;
        this.state = state;
        this.dialect = dialect;
    }

    static boolean isPage(SimulatorRequest request) {
        return request.path().startsWith(PATH);
    }

    SimulatorAnswer answer(SimulatorRequest request) {
        String ticket = request.path().substring(PATH.length());
        return state.links
                .byPage(ticket)
                .map(link -> ofLink(link, request, counter(ticket)))
                .or(
                        () ->
                                state.charges
                                        .byPage(ticket)
                                        .map(charge -> ofCharge(charge, request, counter(ticket))))
                .orElseGet(() -> WalletPage.missing(410, request));
    }

    private PinCounter counter(String ticket) {
        return pins.computeIfAbsent(ticket, unused -> new PinCounter());
    }

    private enum Entry {
        NONE,
        WRONG_PIN,
        AGREED,
        REFUSED
    }

    private static Entry entry(SimulatorRequest request, PinCounter counter) {
        if (!request.method().equals("POST")) {
            return Entry.NONE;
        }
        if (request.field("action").equals("decline")) {
            return Entry.REFUSED;
        }
        return switch (counter.enter(request.field("pin"))) {
            case RIGHT -> Entry.AGREED;
            case WRONG -> Entry.WRONG_PIN;
            case EXHAUSTED -> Entry.REFUSED;
        };
    }

    private SimulatorAnswer ofLink(Link link, SimulatorRequest request, PinCounter counter) {
        if (link.state() == Link.State.EXPIRED) {
            return WalletPage.expired(request, back(link));
        }
        if (link.state() != Link.State.OPEN) {
            return WalletPage.finished(request, back(link));
        }
        return switch (entry(request, counter)) {
            case NONE -> form(link).answer(request);
            case WRONG_PIN -> wrongPin(form(link), counter).answer(request);
            case AGREED -> {
                if (dialect.tellsWhoseWallet()) {
                    phone(request).ifPresent(phone -> state.links.agreedBy(link, phone));
                }
                yield lead(request, back(moved(link, Link.State.CONFIRMED)));
            }
            case REFUSED -> lead(request, back(moved(link, Link.State.DECLINED)));
        };
    }

    private Link moved(Link link, Link.State to) {
        return state.links.move(link, Link.State.OPEN, to);
    }

    private SimulatorAnswer ofCharge(Charge charge, SimulatorRequest request, PinCounter counter) {
        if (charge.state() == Charge.State.EXPIRED) {
            return WalletPage.expired(request, back(charge));
        }
        if (charge.state() != Charge.State.OPEN) {
            return WalletPage.finished(request, back(charge));
        }
        return switch (entry(request, counter)) {
            case NONE -> form(charge).answer(request);
            case WRONG_PIN -> wrongPin(form(charge), counter).answer(request);
            case AGREED -> {
                phone(request).ifPresent(phone -> state.charges.payer(charge.reference(), phone));
                yield lead(request, back(state.charges.pay(charge.reference())));
            }
            case REFUSED -> lead(request, back(state.charges.decline(charge.reference())));
        };
    }

    private WalletPage form(Link link) {
        return WalletPage.titled(Text.LINK_TITLE, link.wallet().code())
                .fact(Text.NUMBER, Masking.phone(link.phone().local()))
                .note(Text.LINK_ALLOWS)
                .window(clock.instant(), link.expiresAt())
                .field(Field.pin())
                .confirm(Text.LINK);
    }

    private WalletPage form(Charge charge) {
        String amount = written(charge.amount());
        WalletPage page =
                WalletPage.titled(Text.PAY_TITLE, charge.wallet().code())
                        .amount(amount)
                        .fact(Text.ORDER, charge.reference())
                        .window(clock.instant(), charge.expiresAt())
                        .confirm(Text.PAY, amount);
        if (charge.payer().phone().isEmpty()) {
            page.field(Field.phone(Books.PASSER_BY.local()));
        }
        return page.field(Field.pin());
    }

    private static WalletPage wrongPin(WalletPage page, PinCounter counter) {
        return page.mistake("pin", Text.WRONG_PIN, counter.left());
    }

    /** Whole rupiah as people write them, everything else as it is. */
    private static String written(Money amount) {
        boolean rupiah = amount.currency().equals(Money.idr(0).currency());
        boolean whole = amount.amount().stripTrailingZeros().scale() <= 0;
        return rupiah && whole
                ? Figures.rupiah(amount.amount().longValueExact())
                : amount.toString();
    }

    private static Optional<PhoneNumber> phone(SimulatorRequest request) {
        try {
            return Optional.of(PhoneNumber.of(request.field("phone")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String back(Link link) {
        return back(link.returnUrl(), dialect.returned(link));
    }

    private String back(Charge charge) {
        return back(charge.returnUrl(), dialect.returned(charge));
    }

    private static SimulatorAnswer lead(SimulatorRequest request, String address) {
        return address.isEmpty() ? WalletPage.done(request) : WalletPage.redirect(request, address);
    }

    /** Empty text when the merchant gave no address. */
    private static String back(String returnUrl, Map<String, String> parameters) {
        if (!PageLinks.isAddress(returnUrl)) {
            return "";
        }
        // Header values are ASCII, addresses need not be.
        String address = URI.create(returnUrl).toASCIIString();
        String joint = parameters.isEmpty() ? "" : address.contains("?") ? "&" : "?";
        return address + joint + FormText.write(parameters);
    }
}
