package id.dompet.sandbox.console;

import id.dompet.sandbox.web.Refused;
import id.dompet.sandbox.web.WebRequest;
import java.util.List;
import java.util.Map;

/** Everything that can be read as JSON. */
final class Reads {
    private final Sandbox sandbox;
    private final CustomerPages customerPages;

    Reads(Sandbox sandbox, CustomerPages customerPages) {
        this.sandbox = sandbox;
        this.customerPages = customerPages;
    }

    List<Read> all() {
        return List.of(
                new Read(
                        "wallets",
                        "Wallets and their balances.",
                        request -> sandbox.all(Provider::wallets)),
                new Read(
                        "bindings",
                        "Who has linked what to which customer of the merchant.",
                        request -> sandbox.all(Provider::links)),
                new Read(
                        "charges",
                        "Charges and where they stand.",
                        request -> sandbox.all(Provider::charges)),
                new Read(
                        "notifications",
                        "The outboxes, with every delivery.",
                        request -> sandbox.all(Provider::messages)),
                new Read(
                        "faults",
                        "Operations, and the faults that wait for their next requests.",
                        request -> sandbox.all(provider -> provider.wire().faults())),
                new Read(
                        "pages",
                        "The customers' pages that were opened last; their addresses are good for"
                                + " one use.",
                        request -> customerPages.latest()),
                new Read(
                        "clock",
                        "The providers' time, and how far it was moved.",
                        request -> clock()),
                new Read(
                        "log",
                        "The last requests of each provider, newest first.",
                        request -> sandbox.all(provider -> provider.wire().exchanges())),
                new Read(
                        "log/{provider}/{number}",
                        "One request and its answer without secrets, as curl, and why its signature"
                                + " is wrong.",
                        this::exchange));
    }

    Views.Detail exchange(WebRequest request) {
        String number = request.path("number");
        if (!number.matches("[0-9]{1,15}")) {
            throw Refused.bad("The number of a request has digits only.");
        }
        return sandbox.provider(request.path("provider")).wire().exchange(Long.parseLong(number));
    }

    private Map<String, String> clock() {
        return Map.of(
                "now", Times.text(sandbox.clock().instant()),
                "moved", sandbox.clock().offset().toString());
    }
}
