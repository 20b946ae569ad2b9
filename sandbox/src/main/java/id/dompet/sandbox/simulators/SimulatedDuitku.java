package id.dompet.sandbox.simulators;

import id.dompet.testkit.duitku.AcceptedSignatures;
import id.dompet.testkit.duitku.DuitkuSimulator;
import id.dompet.testkit.duitku.DuitkuSimulatorBuilder;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Duitku Account Link. */
public final class SimulatedDuitku implements Simulated {
    public static final String TYPE = "duitku";
    public static final String MERCHANT_CODE = "merchant-code";
    public static final String API_KEY = "api-key";

    private final DuitkuSimulator simulator;

    private SimulatedDuitku(DuitkuSimulator simulator) {
        this.simulator = simulator;
    }

    /**
     * Starts it.
     *
     * @param place where it listens, and its clock
     * @param kept what an earlier one told its clients, by setting; may be empty
     */
    public static SimulatedDuitku start(
            Place place, AcceptedSignatures accepted, Map<String, String> kept) {
        DuitkuSimulatorBuilder builder =
                DuitkuSimulator.builder()
                        .bindAddress(place.bindAddress())
                        .port(place.port())
                        .clock(place.clock())
                        .acceptedSignatures(accepted);
        String merchantCode = kept.get(MERCHANT_CODE);
        String apiKey = kept.get(API_KEY);
        if (merchantCode != null && apiKey != null) {
            builder.merchantCode(merchantCode).apiKey(apiKey);
        }
        return new SimulatedDuitku(builder.start());
    }

    /** What can be asked and told beyond what a client can. */
    public DuitkuSimulator simulator() {
        return simulator;
    }

    @Override
    public URI address() {
        return simulator.webApiBaseUrl();
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("type", TYPE);
        settings.put(MERCHANT_CODE, simulator.merchantCode());
        settings.put(API_KEY, simulator.apiKey());
        settings.put("account-link-base-url", simulator.accountLinkBaseUrl().toString());
        settings.put("web-api-base-url", simulator.webApiBaseUrl().toString());
        return settings;
    }

    /** Each charge says where. */
    @Override
    public void notifyAt(URI address) {}

    @Override
    public void close() {
        simulator.close();
    }
}
