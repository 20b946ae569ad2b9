package id.dompet.testkit.scripted;

import id.dompet.Dompet;
import id.dompet.NotificationHandler;
import id.dompet.http.Body;
import id.dompet.http.HttpResponse;
import id.dompet.http.InboundRequest;
import id.dompet.http.Parameters;
import id.dompet.model.Decline;
import id.dompet.model.Money;
import id.dompet.model.PaymentOutcome;
import id.dompet.model.ProviderId;
import id.dompet.sign.HmacKey;
import id.dompet.testkit.NotificationClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A notification, ready to be delivered as often as a test likes; every delivery is the same event.
 * Immutable: each method that changes something returns another notification.
 */
public final class ScriptedNotification {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProviderId provider;
    private final HmacKey key;
    private final Map<String, String> form;
    private final boolean forged;

    ScriptedNotification(
            ProviderId provider, HmacKey key, Map<String, String> form, boolean forged) {
        this.provider = provider;
        this.key = key;
        this.form = new TreeMap<>(form);
        this.forged = forged;
    }

    /** Signed by somebody who does not have the key. */
    public ScriptedNotification forged() {
        return new ScriptedNotification(provider, key, form, true);
    }

    /** The provider claims this, whatever is true; declines are NOT_COMPLETED. */
    public ScriptedNotification claiming(PaymentOutcome.State state) {
        return with(
                Map.of(
                        NotificationForm.STATE, state.name(),
                        NotificationForm.REASON, Decline.Reason.NOT_COMPLETED.name(),
                        NotificationForm.ID, form.get(NotificationForm.REFERENCE) + "." + state));
    }

    /** The provider speaks of this amount. */
    public ScriptedNotification about(Money amount) {
        return with(
                Map.of(
                        NotificationForm.AMOUNT, amount.decimalText(),
                        NotificationForm.CURRENCY, amount.currency().getCurrencyCode()));
    }

    /** The signature leaves the result uncovered: the facade asks for the status first. */
    public ScriptedNotification withResultUnsigned() {
        return with(Map.of(NotificationForm.RESULT_SIGNED, "false"));
    }

    private ScriptedNotification with(Map<String, String> changes) {
        Map<String, String> changed = new TreeMap<>(form);
        changed.putAll(changes);
        return new ScriptedNotification(provider, key, changed, forged);
    }

    /** As it reaches the merchant's server. */
    public InboundRequest request() {
        return new InboundRequest(
                "POST", "/notify/" + provider, headers(), Body.utf8(body()), Optional.empty());
    }

    /**
     * Gives it to the facade, as the merchant's controller would.
     *
     * @return what the provider hears: 200 ends its deliveries, 503 asks for another one, 400 and
     *     401 refuse it
     */
    public HttpResponse deliverTo(Dompet dompet, NotificationHandler handler) {
        return dompet.receive(provider, request(), handler);
    }

    /** Posts it to the merchant's own server, over HTTP. */
    public NotificationClient.Result postTo(URI address) {
        Map<String, String> single = new TreeMap<>();
        headers().forEach((name, values) -> single.put(name, values.get(0)));
        return new NotificationClient(PATIENCE).post(address.toString(), single, body());
    }

    private String body() {
        return Parameters.write(form);
    }

    private Map<String, List<String>> headers() {
        String signature = key.hex(Body.utf8(body()).bytes());
        return Map.of(
                "Content-Type",
                List.of("application/x-www-form-urlencoded"),
                NotificationForm.SIGNATURE,
                List.of(forged ? swapped(signature) : signature));
    }

    private static String swapped(String signature) {
        char first = signature.charAt(0) == '0' ? '1' : '0';
        return first + signature.substring(1);
    }

    @Override
    public String toString() {
        return "ScriptedNotification[%s, %s]".formatted(provider, form.get(NotificationForm.ID));
    }
}
