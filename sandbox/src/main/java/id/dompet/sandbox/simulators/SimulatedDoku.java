package id.dompet.sandbox.simulators;

import id.dompet.testkit.doku.DokuSimulator;
import id.dompet.testkit.doku.DokuSimulatorBuilder;
import id.dompet.testkit.doku.MerchantEndpoints;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** DOKU SNAP, both generations of its paths. */
public final class SimulatedDoku implements Simulated {
    public static final String TYPE = "doku-snap";
    public static final String CLIENT_ID = "client-id";
    public static final String CLIENT_SECRET = "client-secret";
    public static final String PRIVATE_KEY = "private-key";
    public static final String PUBLIC_KEY = "doku-public-key";

    private final DokuSimulator simulator;

    private SimulatedDoku(DokuSimulator simulator) {
        this.simulator = simulator;
    }

    /**
     * Starts it.
     *
     * @param place where it listens, and its clock
     * @param kept what an earlier one told its clients, by setting; may be empty
     * @param merchantKey the merchant's private key in PEM; empty text for a new one
     */
    public static SimulatedDoku start(Place place, Map<String, String> kept, String merchantKey) {
        DokuSimulatorBuilder builder =
                DokuSimulator.builder()
                        .bindAddress(place.bindAddress())
                        .port(place.port())
                        .clock(place.clock())
                        .requiresCustomerHeaders(false);
        String clientId = kept.get(CLIENT_ID);
        String clientSecret = kept.get(CLIENT_SECRET);
        if (clientId != null && clientSecret != null) {
            builder.clientId(clientId).clientSecret(clientSecret);
        }
        if (!merchantKey.isEmpty()) {
            builder.merchantPrivateKeyPem(merchantKey);
        }
        return new SimulatedDoku(builder.start());
    }

    /** What can be asked and told beyond what a client can. */
    public DokuSimulator simulator() {
        return simulator;
    }

    @Override
    public URI address() {
        return simulator.baseUrl();
    }

    /** The keys as bare base64, which fits into one line. */
    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = withoutKeys();
        settings.put(PRIVATE_KEY, bare(simulator.merchantPrivateKeyPem()));
        settings.put(PUBLIC_KEY, bare(simulator.dokuPublicKeyPem()));
        return settings;
    }

    /** The same for clients who are given the keys in files. */
    public Map<String, String> withoutKeys() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("type", TYPE);
        settings.put(CLIENT_ID, simulator.clientId());
        settings.put(CLIENT_SECRET, simulator.clientSecret());
        settings.put("base-url", simulator.baseUrl().toString());
        return settings;
    }

    public List<String> merchantPrivateKey() {
        return simulator.merchantPrivateKeyPem().lines().toList();
    }

    public List<String> dokuPublicKey() {
        return simulator.dokuPublicKeyPem().lines().toList();
    }

    /** One address for the token and for both kinds of notification. */
    @Override
    public void notifyAt(URI address) {
        simulator
                .notifications()
                .registerMerchant(new MerchantEndpoints(address, address, address));
    }

    @Override
    public void close() {
        simulator.close();
    }

    private static String bare(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }
}
