package id.dompet.testkit.simulated;

import id.dompet.model.PhoneNumber;
import id.dompet.testkit.FormText;
import id.dompet.testkit.PageHtml;
import id.dompet.testkit.PageLinks;
import id.dompet.testkit.PinCounter;
import id.dompet.testkit.SimulatorAnswer;
import id.dompet.testkit.SimulatorRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages on which customers agree or refuse. Used under the lock of the books' state. */
final class CustomerPages {
    /** No provider's own path starts like this. */
    static final String PATH = "/-/page/";

    private final BookState state;
    private final ProviderDialect dialect;
    private final Map<String, PinCounter> pins = new HashMap<>();

    CustomerPages(BookState state, ProviderDialect dialect) {
        this.state = state;
        this.dialect = dialect;
    }

    static boolean isPage(SimulatorRequest request) {
        return request.path().startsWith(PATH);
    }

    SimulatorAnswer answer(SimulatorRequest request) {
        String ticket = request.path().substring(PATH.length());
        Optional<Link> link =
                state.links.byPage(ticket).filter(found -> found.state() == Link.State.OPEN);
        if (link.isPresent()) {
            return ofLink(link.get(), entry(request, ticket));
        }
        return state.charges
                .byPage(ticket)
                .filter(found -> found.state() == Charge.State.OPEN)
                .map(charge -> ofCharge(charge, request, entry(request, ticket)))
                .orElseGet(
                        () ->
                                PageHtml.notice(
                                        410, "Page expired", "This page can no longer be used."));
    }

    private enum Entry {
        NONE,
        WRONG_PIN,
        AGREED,
        REFUSED
    }

    private Entry entry(SimulatorRequest request, String ticket) {
        if (!request.method().equals("POST")) {
            return Entry.NONE;
        }
        Map<String, String> form = FormText.read(request.text());
        if (form.getOrDefault("action", "").equals("decline")) {
            return Entry.REFUSED;
        }
        PinCounter counter = pins.computeIfAbsent(ticket, unused -> new PinCounter());
        return switch (counter.enter(form.getOrDefault("pin", ""))) {
            case RIGHT -> Entry.AGREED;
            case WRONG -> Entry.WRONG_PIN;
            case EXHAUSTED -> Entry.REFUSED;
        };
    }

    private SimulatorAnswer ofLink(Link link, Entry entry) {
        return switch (entry) {
            case NONE, WRONG_PIN ->
                    PageHtml.pin(
                            "Link your " + link.wallet() + " wallet",
                            List.of("Number " + link.phone()),
                            error(entry));
            case AGREED -> back(state.links.move(link, Link.State.OPEN, Link.State.CONFIRMED));
            case REFUSED -> back(state.links.move(link, Link.State.OPEN, Link.State.DECLINED));
        };
    }

    private SimulatorAnswer ofCharge(Charge charge, SimulatorRequest request, Entry entry) {
        return switch (entry) {
            case NONE, WRONG_PIN -> chargeForm(charge, error(entry));
            case AGREED -> {
                phone(request).ifPresent(phone -> state.charges.payer(charge.reference(), phone));
                yield back(state.charges.pay(charge.reference()));
            }
            case REFUSED -> back(state.charges.decline(charge.reference()));
        };
    }

    private static SimulatorAnswer chargeForm(Charge charge, String error) {
        String title = "Pay with " + charge.wallet();
        List<String> lines = List.of(charge.amount().toString());
        if (charge.payer().phone().isPresent()) {
            return PageHtml.pin(title, lines, error);
        }
        PageHtml.Field phone =
                new PageHtml.Field("phone", "Mobile number", "tel", 20, Books.PASSER_BY.local());
        return PageHtml.form(title, lines, error, List.of(phone, PageHtml.Field.pin()));
    }

    private static Optional<PhoneNumber> phone(SimulatorRequest request) {
        String text = FormText.read(request.text()).getOrDefault("phone", "");
        try {
            return Optional.of(PhoneNumber.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String error(Entry entry) {
        return entry == Entry.WRONG_PIN ? "Wrong PIN. Please try again." : "";
    }

    private SimulatorAnswer back(Link link) {
        return back(link.returnUrl(), dialect.returned(link));
    }

    private SimulatorAnswer back(Charge charge) {
        return back(charge.returnUrl(), dialect.returned(charge));
    }

    private static SimulatorAnswer back(String returnUrl, Map<String, String> parameters) {
        if (!PageLinks.isAddress(returnUrl)) {
            return PageHtml.notice(200, "Done", "Please go back to the shop.");
        }
        // Header values are ASCII, addresses need not be.
        String address = URI.create(returnUrl).toASCIIString();
        String joint = parameters.isEmpty() ? "" : address.contains("?") ? "&" : "?";
        return PageHtml.redirect(address + joint + FormText.write(parameters));
    }
}
