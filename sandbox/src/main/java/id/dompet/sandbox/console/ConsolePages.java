package id.dompet.sandbox.console;

import id.dompet.sandbox.web.LiveChannel;
import id.dompet.sandbox.web.Pages;
import id.dompet.sandbox.web.Reply;
import id.dompet.sandbox.web.Router;
import id.dompet.sandbox.web.WebRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The console's pages. */
final class ConsolePages {
    private static final List<Pages.Link> NAVIGATION =
            List.of(
                    new Pages.Link("/", "Start"),
                    new Pages.Link("/console/charges", "Charges"),
                    new Pages.Link("/console/wallets", "Wallets"),
                    new Pages.Link("/console/notifications", "Notifications"),
                    new Pages.Link("/console/faults", "Faults and clock"),
                    new Pages.Link("/console/log", "Log"),
                    new Pages.Link("/credentials", "Credentials"));

    private final Pages pages = Pages.of(ConsolePages.class, "Dompet sandbox", NAVIGATION);
    private final Sandbox sandbox;
    private final CustomerPages customerPages;
    private final Reads reads;
    private final Console.Options options;

    ConsolePages(
            Sandbox sandbox, CustomerPages customerPages, Reads reads, Console.Options options) {
        this.sandbox = sandbox;
        this.customerPages = customerPages;
        this.reads = reads;
        this.options = options;
    }

    void addTo(Router routes, LiveChannel live) {
        routes.get("/", this::start)
                .get("/console", request -> Reply.seeOther("/console/charges"))
                .get("/console/charges", this::charges)
                .get("/console/wallets", this::wallets)
                .get("/console/notifications", this::notifications)
                .get("/console/faults", this::faults)
                .get("/console/log", this::log)
                .get("/console/log/{provider}/{number}", this::exchange)
                .get("/credentials", this::credentials)
                .get("/events", request -> Reply.events(live));
    }

    private Reply start(WebRequest request) {
        List<Views.CustomerPage> open = customerPages.latest();
        return pages.show(
                request,
                "start",
                "Dompet sandbox",
                Map.of(
                        "places", options.places(),
                        "pages", open,
                        "none", open.isEmpty(),
                        "providers", providers()));
    }

    private Reply charges(WebRequest request) {
        List<Map<String, Object>> charges = new ArrayList<>();
        for (Views.Charge charge : newestFirst(sandbox.all(Provider::charges))) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("charge", charge);
            row.put("amount", ForPeople.rupiah(charge.amount()));
            row.put("refunded", charge.refunded() == 0 ? "" : ForPeople.rupiah(charge.refunded()));
            row.put("payable", charge.pending() || charge.expired());
            row.put("canRefund", charge.refundable() > 0);
            row.put("tone", tone(charge));
            charges.add(row);
        }
        return pages.show(
                request,
                "charges",
                "Charges",
                Map.of("charges", charges, "none", charges.isEmpty(), "providers", providers()));
    }

    private static String tone(Views.Charge charge) {
        return charge.pending() ? "wait" : charge.state().equals("PAID") ? "good" : "bad";
    }

    private Reply wallets(WebRequest request) {
        List<Views.Wallet> wallets = sandbox.all(Provider::wallets);
        List<Views.Link> links = newestFirst(sandbox.all(Provider::links));
        return pages.show(
                request,
                "wallets",
                "Wallets",
                Map.of(
                        "wallets", wallets,
                        "noWallets", wallets.isEmpty(),
                        "links", links,
                        "noLinks", links.isEmpty(),
                        "providers", providers()));
    }

    private Reply notifications(WebRequest request) {
        List<Views.Message> messages = newestFirst(sandbox.all(Provider::messages));
        return pages.show(
                request,
                "notifications",
                "Notifications",
                Map.of(
                        "messages", messages,
                        "none", messages.isEmpty(),
                        "providers", providers()));
    }

    private Reply faults(WebRequest request) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Provider provider : sandbox.providers()) {
            all.add(
                    Map.of(
                            "name", provider.name(),
                            "title", provider.title(),
                            "operations", provider.wire().faults()));
        }
        List<Map<String, String>> kinds = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            kinds.add(Map.of("name", kind.label(), "what", kind.what()));
        }
        return pages.show(
                request,
                "faults",
                "Faults and clock",
                Map.of(
                        "faults",
                        all,
                        "kinds",
                        kinds,
                        "now",
                        Times.text(sandbox.clock().instant()),
                        "moved",
                        sandbox.clock().offset().isZero()
                                ? ""
                                : ForPeople.duration(sandbox.clock().offset())));
    }

    private Reply log(WebRequest request) {
        List<Views.Exchange> log = sandbox.all(provider -> provider.wire().exchanges());
        List<Views.Exchange> newest = new ArrayList<>(log);
        newest.sort((a, b) -> b.at().compareTo(a.at()));
        return pages.show(
                request,
                "log",
                "Log",
                Map.of("exchanges", newest, "none", newest.isEmpty(), "kept", Wire.KEPT));
    }

    private Reply exchange(WebRequest request) {
        Views.Detail detail = reads.exchange(request);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("detail", detail);
        values.put("summary", detail.summary());
        values.put("diagnosis", detail.diagnosis());
        values.put("signed", !detail.diagnosis().toSign().isEmpty());
        values.put(
                "answer", detail.response().isEmpty() ? "(no answer went out)" : detail.response());
        return pages.show(
                request,
                "exchange",
                "%s %d".formatted(detail.summary().operation(), detail.summary().number()),
                values);
    }

    /** Keys of a sandbox are what its user needs; other machines are not shown them. */
    private Reply credentials(WebRequest request) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Provider provider : sandbox.providers()) {
            List<Map<String, String>> lines = new ArrayList<>();
            provider.credentials()
                    .forEach((name, value) -> lines.add(Map.of("name", name, "value", value)));
            all.add(Map.of("title", provider.title(), "lines", lines));
        }
        boolean shown = request.client().isLoopbackAddress() && !options.isPublic();
        return pages.show(
                request,
                "credentials",
                "Credentials",
                Map.of(
                        "shown",
                        shown,
                        "providers",
                        shown ? all : List.of(),
                        "file",
                        options.credentialsFile().orElse("")));
    }

    private List<Map<String, Object>> providers() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Provider provider : sandbox.providers()) {
            all.add(
                    Map.of(
                            "name", provider.name(),
                            "title", provider.title(),
                            "wallets", provider.walletNames(),
                            "unattended", provider.usesTokens()));
        }
        return all;
    }

    private static <T> List<T> newestFirst(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }
}
