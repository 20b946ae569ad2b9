package id.dompet.sandbox.shop;

import id.dompet.http.Body;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.model.Customer;
import id.dompet.model.DompetException;
import id.dompet.model.ProviderId;
import id.dompet.sandbox.web.Pages;
import id.dompet.sandbox.web.Refused;
import id.dompet.sandbox.web.Reply;
import id.dompet.sandbox.web.WebRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the shop's own people see: providers, links, notifications. */
final class CounterPages {
    private final Pages pages;
    private final Running running;
    private final Inbox inbox;

    CounterPages(Pages pages, Running running, Inbox inbox) {
        this.pages = pages;
        this.running = running;
        this.inbox = inbox;
    }

    private record Link(String customer, String wallet, String provider) {}

    private record Provider(String name, boolean standard) {}

    Reply show(WebRequest request) {
        ProviderId standard = running.standard();
        return running.with(
                backend ->
                        pages.show(
                                request,
                                "counter",
                                "Behind the counter",
                                Map.of(
                                        "line", Running.DEFAULT_ROUTE + " = " + standard,
                                        "providers",
                                                backend.providers().stream()
                                                        .sorted()
                                                        .map(
                                                                each ->
                                                                        new Provider(
                                                                                each.value(),
                                                                                each.equals(
                                                                                        standard)))
                                                        .toList(),
                                        "links", links(backend.wallets()),
                                        "heard", inbox.latest(),
                                        "open", backend.backlog().open(),
                                        "openRefunds", backend.backlog().openRefunds())));
    }

    private static List<Link> links(Wallets wallets) {
        List<Link> links = new ArrayList<>();
        for (Customer customer : People.ALL) {
            wallets.of(customer)
                    .forEach(
                            binding ->
                                    links.add(
                                            new Link(
                                                    customer.name(),
                                                    Words.wallet(binding.wallet()),
                                                    binding.provider().value())));
        }
        return links;
    }

    Reply standard(WebRequest request) {
        ProviderId chosen =
                running.with(
                        backend ->
                                backend.providers().stream()
                                        .filter(
                                                each ->
                                                        each.value()
                                                                .equals(request.field("provider")))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        Refused.bad(
                                                                "There is no such provider in the"
                                                                        + " configuration.")));
        running.standard(chosen);
        request.session().say("New links and payments go to " + chosen + "; what is linked stays.");
        return Reply.seeOther("/counter");
    }

    /** The raw bytes: a body that was parsed and written again would not verify. */
    Reply notified(WebRequest request) {
        Optional<ProviderId> provider =
                running.now().providers().stream()
                        .filter(each -> each.value().equals(request.path("provider")))
                        .findFirst();
        if (provider.isEmpty()) {
            throw Refused.missing("No such provider is configured.");
        }
        HttpResponse answer = answer(provider.get(), request);
        inbox.heard(provider.get(), answer.status());
        Reply reply =
                Reply.bytes(
                        answer.status(),
                        answer.header("Content-Type").orElse("text/plain"),
                        answer.body().bytes());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    private HttpResponse answer(ProviderId provider, WebRequest request) {
        try {
            return running.now()
                    .notified(
                            provider,
                            new InboundRequest(
                                    request.method(),
                                    request.target(),
                                    request.headers(),
                                    Body.of(request.body()),
                                    Optional.of(request.client())));
        } catch (DompetException e) {
            throw Refused.missing("No such provider is configured.");
        }
    }
}
