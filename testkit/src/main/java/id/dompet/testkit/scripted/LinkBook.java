package id.dompet.testkit.scripted;

import id.dompet.model.BindAttempt;
import id.dompet.model.Binding;
import id.dompet.model.Decline;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every attempt to link a wallet, and the links that came of them. Guarded by {@link Books}. */
final class LinkBook {
    /** An attempt and its link. */
    static final class Link {
        final BindAttempt attempt;
        final URI page;
        final Secret code = Secret.of(Tickets.next());
        BindScript.Course course;
        Optional<Decline> decline;
        Optional<Binding> binding = Optional.empty();
        boolean ended;

        private Link(BindAttempt attempt, URI page, BindScript.Told told) {
            this.attempt = attempt;
            this.page = page;
            this.course = told.course();
            this.decline = told.decline();
        }

        void confirm() {
            if (course == BindScript.Course.CUSTOMER_IS_AWAITED) {
                course = BindScript.Course.CUSTOMER_AGREES;
            }
        }

        void cancel() {
            if (binding.isPresent()) {
                throw new IllegalStateException(
                        "link " + attempt.reference() + " is made; it can only be ended");
            }
            course = BindScript.Course.REFUSED_IN_THE_END;
            decline = Optional.of(PaymentScript.decline(Decline.Reason.CUSTOMER_CANCELLED));
        }
    }

    private final ProviderId id;
    private final Map<String, Link> byNonce = new LinkedHashMap<>();

    LinkBook(ProviderId id) {
        this.id = id;
    }

    Link start(BindAttempt attempt, BindScript.Told told) {
        Link link = new Link(attempt, Tickets.page(id.value(), "link"), told);
        byNonce.put(attempt.nonce(), link);
        return link;
    }

    Optional<Link> of(BindAttempt attempt) {
        return Optional.ofNullable(byNonce.get(attempt.nonce()));
    }

    Optional<Link> of(Binding binding) {
        return byNonce.values().stream()
                .filter(link -> link.binding.filter(b -> b.id().equals(binding.id())).isPresent())
                .findFirst();
    }

    Optional<Link> on(URI page) {
        return byNonce.values().stream().filter(link -> link.page.equals(page)).findFirst();
    }

    /** The binding of an attempt that the customer agreed to; the same every time. */
    Binding bound(Link link, Instant at) {
        Binding made =
                link.binding.orElseGet(
                        () ->
                                new Binding(
                                        id + "-" + Tickets.next(),
                                        id,
                                        link.attempt.wallet(),
                                        link.attempt.customer().reference(),
                                        at));
        link.binding = Optional.of(made);
        return made;
    }
}
