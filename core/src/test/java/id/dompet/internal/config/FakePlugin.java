package id.dompet.internal.config;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import id.dompet.model.Problem;
import id.dompet.spi.ProviderSettings;
import id.dompet.spi.Setting;
import id.dompet.spi.WalletProviderPlugin;
import java.util.List;
import java.util.function.Function;

/** A plugin that declares what a test wants. */
record FakePlugin(
        String type, List<Setting> settings, Function<ProviderSettings, List<Problem>> checks)
        implements WalletProviderPlugin {

    FakePlugin(String type, Setting... settings) {
        this(type, List.of(settings), checked -> List.of());
    }

    /** One of each kind, as a real provider has them. */
    static FakePlugin duitku() {
        return new FakePlugin(
                "duitku",
                Setting.text("merchant-code", "The merchant code, from the dashboard."),
                Setting.secret("api-key", "The API key, from the dashboard."),
                Setting.uri("base-url", "Where the API is.")
                        .orElse("https://api.duitku.example/v1"),
                Setting.duration("clock-skew", "5m", "How far clocks may differ."),
                Setting.choice(
                        "signature-scheme",
                        List.of("hmac-sha256", "legacy"),
                        "How requests are signed."),
                Setting.list("wallets", "Which wallets to offer."),
                Setting.integer("page-size", 20, "How many to ask for at once."),
                Setting.uri("return-url", "Where customers come back to.").optional());
    }

    static FakePlugin doku() {
        return new FakePlugin(
                "doku-snap",
                Setting.text("client-id", "The client id, from the dashboard."),
                Setting.secret("private-key", "The private key in PEM form."));
    }

    FakePlugin checking(Function<ProviderSettings, List<Problem>> checks) {
        return new FakePlugin(type, settings, checks);
    }

    @Override
    public List<Problem> check(ProviderSettings settings) {
        return checks.apply(settings);
    }

    @Override
    public Module module() {
        return new AbstractModule() {};
    }
}
