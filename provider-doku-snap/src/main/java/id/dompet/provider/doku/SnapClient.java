package id.dompet.provider.doku;

import id.dompet.http.Body;
import id.dompet.http.HttpRequest;
import id.dompet.model.Binding;
import id.dompet.model.DompetException.Unavailable;
import id.dompet.model.DompetException.Unsupported;
import id.dompet.model.Secret;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.TimeSource;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Sends everything but token requests: serialises once, signs exactly those bytes, sends exactly
 * those bytes. An answer that refuses a token, which says that nothing was done, is followed by one
 * new token of that kind and one more request with its own time, external id and signature. A
 * second refusal of one kind is believed if DOKU had made that token just before; one that came
 * from the shared store is replaced as well.
 */
final class SnapClient {
    /** As many as core allows for one call. */
    private static final int MOST_REPEATS = 2;

    private final DokuConfig config;
    private final SymmetricSigner signer;
    private final SnapJson json;
    private final MerchantTokens merchantTokens;
    private final CustomerTokens customerTokens;
    private final ExternalIds externalIds;
    private final TimeSource time;
    private final ConcurrentMap<String, URI> addresses = new ConcurrentHashMap<>();

    SnapClient(
            DokuConfig config,
            SymmetricSigner signer,
            SnapJson json,
            MerchantTokens merchantTokens,
            CustomerTokens customerTokens,
            ExternalIds externalIds,
            TimeSource time) {
        this.config = config;
        this.signer = signer;
        this.json = json;
        this.merchantTokens = merchantTokens;
        this.customerTokens = customerTokens;
        this.externalIds = externalIds;
        this.time = time;
    }

    /** An answer, and the external id of the request that it answers. */
    record Answered(Reading reading, String externalId) {}

    Reading send(Call call, SnapRequest request) {
        return exchange(call, request).reading();
    }

    Answered exchange(Call call, SnapRequest request) {
        String path =
                config.api()
                        .path(request.channel(), request.service())
                        .orElseThrow(() -> unsupported(request));
        int merchantRefusals = 0;
        int customerRefusals = 0;
        while (merchantRefusals + customerRefusals <= MOST_REPEATS) {
            HeldToken merchant = merchantTokens.current(call);
            Optional<HeldToken> customer =
                    request.binding().map(binding -> customerTokens.current(call, binding));
            Answered answered =
                    once(
                            call,
                            request,
                            path,
                            merchant.credential(),
                            customer.map(HeldToken::credential));
            switch (answered.reading().verdict().next()) {
                case NEW_MERCHANT_TOKEN -> {
                    merchantTokens.refused(merchant.credential());
                    if (++merchantRefusals > 1 && merchant.fresh()) {
                        return answered;
                    }
                }
                case NEW_CUSTOMER_TOKEN -> {
                    if (customer.isEmpty()) {
                        return answered;
                    }
                    Binding binding = request.binding().orElseThrow();
                    customerTokens.refused(binding, customer.get().credential());
                    if (++customerRefusals > 1 && customer.get().fresh()) {
                        return answered;
                    }
                }
                case NOTHING, ASK -> {
                    return answered;
                }
            }
        }
        throw new Unavailable(
                config.id(),
                request.service().label()
                        + ": other processes' tokens were refused "
                        + (merchantRefusals + customerRefusals)
                        + " times, so nothing was done; try again",
                null);
    }

    private Answered once(
            Call call,
            SnapRequest request,
            String path,
            Credential merchant,
            Optional<Credential> customer) {
        Optional<Secret> customerToken = customer.map(Credential::value);
        Body body = json.write(request.body().apply(customerToken));
        String timestamp = SnapTime.header(time.now());
        String externalId = externalIds.next(request.channel());
        BearerToken token = merchantTokens.shown(merchant);
        // Collected first: a request copies its headers whenever one more is added.
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        headers.put("Authorization", token.header());
        headers.put("X-TIMESTAMP", timestamp);
        headers.put("X-PARTNER-ID", config.clientId());
        headers.put("X-EXTERNAL-ID", externalId);
        config.channelId().ifPresent(value -> headers.put(config.channelIdHeader(), value));
        if (request.tokenInHeader() && customerToken.isPresent()) {
            String bearer = config.bareCustomerToken() ? "" : "Bearer ";
            headers.put("Authorization-customer", bearer + customerToken.get().reveal());
        }
        headers.put("X-SIGNATURE", signer.sign("POST", path, token.bytes(), body, timestamp));
        HttpRequest signed =
                new HttpRequest("POST", address(path), headers, body, request.effect());
        List<String> hidden = new ArrayList<>(request.sent());
        hidden.add(merchant.value().reveal());
        customerToken.ifPresent(secret -> hidden.add(secret.reveal()));
        return new Answered(
                Reading.of(
                        request.service(),
                        call.send(signed),
                        json,
                        config.hidden(hidden),
                        time.now()),
                externalId);
    }

    /** Parsed once for each path, of which there are a dozen. */
    private URI address(String path) {
        return addresses.computeIfAbsent(path, config::address);
    }

    private Unsupported unsupported(SnapRequest request) {
        return new Unsupported(
                config.id(),
                "DOKU SNAP with api=%s has no %s for %s"
                        .formatted(
                                config.api().setting(),
                                request.service().label(),
                                request.channel()));
    }
}
