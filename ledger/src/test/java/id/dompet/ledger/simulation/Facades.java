package id.dompet.ledger.simulation;

import id.dompet.Dompet;
import id.dompet.DompetConfig;
import id.dompet.VirtualDompet;
import id.dompet.ledger.crypt.EncryptionKeys;
import id.dompet.ledger.crypt.Vault;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The two real facades of a simulating thread. They keep no state between two calls, so one world
 * after the other borrows them: opening them anew would take longer than a schedule.
 */
final class Facades {
    static final Vault VAULT =
            new Vault(
                    EncryptionKeys.of(
                            "test", Secret.of(Base64.getEncoder().encodeToString(new byte[32]))));
    static final ProviderId PROVIDER = new ProviderId("virtual");
    static final int CUSTOMERS = 3;

    private final List<Dompet> facades = new ArrayList<>();
    private @Nullable World world;

    Facades(Design design) {
        CredentialStore credentials = CredentialStore.inMemory();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            credentials.save(
                    new CredentialStore.Key(PROVIDER, World.bindingId(customer)),
                    CredentialStore.Credential.of(
                            Secret.of(World.credential(design.credentialOf(customer))),
                            World.customerReference(customer)));
        }
        for (int number = 0; number < World.INSTANCES; number++) {
            facades.add(open(number, credentials));
        }
    }

    private Dompet open(int number, CredentialStore credentials) {
        return VirtualDompet.open(
                DompetConfig.of(
                        Map.of(
                                "dompet.environment", "sandbox",
                                "dompet.providers", PROVIDER.value(),
                                "dompet.question-repeats", "0")),
                new VirtualPlugin(),
                credentials,
                new WorldTime(number),
                new SplittableRandom(number),
                (request, isOver) -> world().instances.get(number).send(request, isOver));
    }

    private World world() {
        if (world == null) {
            throw new IllegalStateException("no world");
        }
        return world;
    }

    void lendTo(World borrower) {
        world = borrower;
    }

    Dompet facade(int number) {
        return facades.get(number);
    }

    private final class WorldTime implements TimeSource {
        private final int number;

        WorldTime(int number) {
            this.number = number;
        }

        @Override
        public Instant now() {
            return world().clocks.ofInstance(number);
        }

        @Override
        public long nanoTime() {
            return world().nanos();
        }

        @Override
        public void sleep(Duration time) {
            world().pass(time);
        }
    }
}
