package id.dompet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.ledger.crypt.EncryptionKeys;
import id.dompet.ledger.jdbc.BreakableSource;
import id.dompet.ledger.store.StoreException;
import id.dompet.model.ProviderId;
import id.dompet.model.Secret;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.CredentialStore.Lease;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Credentials that two instances share, in each database. */
public abstract class CredentialStoreContract {
    private static final ProviderId DOKU = new ProviderId("doku");
    private static final CredentialStore.Key BUDI =
            new CredentialStore.Key(DOKU, "binding-of-budi");
    private static final CredentialStore.Key ANI = new CredentialStore.Key(DOKU, "binding-of-ani");
    private static final Secret OLD = key((byte) 1);
    private static final Secret NEW = key((byte) 2);

    private DataSource source;
    private CredentialStore store;
    private CredentialStore other;

    /** A new and empty database. */
    protected abstract DataSource open() throws Exception;

    @BeforeEach
    void openStores() throws Exception {
        source = open();
        store = database(EncryptionKeys.of("old", OLD)).credentials();
        other = database(EncryptionKeys.of("old", OLD)).credentials();
    }

    private LedgerDatabase database(EncryptionKeys keys) {
        return LedgerDatabase.open(source, keys);
    }

    private static Secret key(byte fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, fill);
        return Secret.of(Base64.getEncoder().encodeToString(bytes));
    }

    private static Credential full(String value) {
        return new Credential(
                Secret.of(value),
                Optional.of(Secret.of("refresh-" + value)),
                Optional.of(Instant.parse("2026-11-20T03:00:00Z")),
                Optional.of("cust-1"));
    }

    private static String valueIn(CredentialStore in, CredentialStore.Key key) {
        return in.find(key).orElseThrow().value().reveal();
    }

    @Test
    void whatOneInstanceSavesTheOtherFinds() {
        assertThat(other.find(BUDI)).isEmpty();
        store.save(BUDI, full("one"));
        Credential found = other.find(BUDI).orElseThrow();
        assertThat(found.value().reveal()).isEqualTo("one");
        assertThat(found.refresh().orElseThrow().reveal()).isEqualTo("refresh-one");
        assertThat(found.expiresAt()).contains(Instant.parse("2026-11-20T03:00:00Z"));
        assertThat(found.owner()).contains("cust-1");
        other.save(BUDI, Credential.of(Secret.of("two"), "cust-1"));
        assertThat(valueIn(store, BUDI)).isEqualTo("two");
        assertThat(store.find(BUDI).orElseThrow().refresh()).isEmpty();
        store.delete(BUDI);
        store.delete(BUDI);
        assertThat(other.find(BUDI)).isEmpty();
    }

    @Test
    void ofEightWhoSaveIfAbsentOneWins() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtOnce.by8(
                worker -> {
                    for (int i = 0; i < 10; i++) {
                        CredentialStore through = worker % 2 == 0 ? store : other;
                        CredentialStore.Key key = new CredentialStore.Key(DOKU, "s-" + i);
                        seen.add(
                                i
                                        + through.saveIfAbsent(key, full("of-" + worker))
                                                .value()
                                                .reveal());
                    }
                });
        assertThat(seen).hasSize(10);
    }

    @Test
    void aLeaseIsOneInstancesUntilItIsGivenBackOrOver() {
        Lease lease = store.tryLease(BUDI, Duration.ofMinutes(1)).orElseThrow();
        assertThat(other.tryLease(BUDI, Duration.ofMinutes(1))).isEmpty();
        assertThat(other.tryLease(ANI, Duration.ofMinutes(1))).isPresent();
        lease.release();
        lease.release();
        Lease dead = other.tryLease(BUDI, Duration.ofMillis(-1)).orElseThrow();
        Lease next = store.tryLease(BUDI, Duration.ofMinutes(1)).orElseThrow();
        dead.release();
        assertThat(other.tryLease(BUDI, Duration.ofMinutes(1)))
                .as("the dead one's release is not the next one's")
                .isEmpty();
        next.release();
    }

    @Test
    void aLeaseOfWhichOnlyTheAnswerWasLostIsGivenBack() {
        BreakableSource lossy = new BreakableSource(source);
        CredentialStore through =
                LedgerDatabase.open(lossy, EncryptionKeys.of("old", OLD)).credentials();
        for (String taking : new String[] {"INSERT INTO dompet_lease", "UPDATE dompet_lease"}) {
            Lease over = other.tryLease(ANI, Duration.ofMillis(-1)).orElseThrow();
            CredentialStore.Key key = taking.startsWith("UPDATE") ? ANI : BUDI;
            lossy.breakOnceAt(BreakableSource.At.AFTER_COMMIT, taking, "08006");
            assertThatThrownBy(() -> through.tryLease(key, Duration.ofMinutes(1)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("could not take a lease");
            Optional<Lease> next = other.tryLease(key, Duration.ofMinutes(1));
            assertThat(next).as(taking).isPresent();
            next.get().release();
            over.release();
        }
    }

    @Test
    void ofEightWhoWantALeaseOneHasIt() throws Exception {
        AtomicInteger holders = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        AtOnce.by8(
                worker -> {
                    for (int i = 0; i < 20; i++) {
                        CredentialStore through = worker % 2 == 0 ? store : other;
                        Optional<Lease> lease = through.tryLease(BUDI, Duration.ofMinutes(1));
                        if (lease.isPresent()) {
                            assertThat(holders.incrementAndGet()).isEqualTo(1);
                            assertThat(taken.incrementAndGet()).isPositive();
                            assertThat(holders.decrementAndGet()).isZero();
                            lease.get().release();
                        }
                    }
                });
        assertThat(taken.get()).isPositive();
    }

    @Test
    void keysAreChangedWhileBothAreInUse() {
        store.save(BUDI, full("one"));
        store.save(ANI, full("two"));
        LedgerDatabase both = database(EncryptionKeys.of("new", NEW).andOlder("old", OLD));
        assertThat(valueIn(both.credentials(), BUDI)).isEqualTo("one");
        assertThat(both.rotateKeys()).isEqualTo(2);
        assertThat(both.rotateKeys()).isZero();
        CredentialStore onlyNew = database(EncryptionKeys.of("new", NEW)).credentials();
        assertThat(valueIn(onlyNew, BUDI)).isEqualTo("one");
        assertThat(valueIn(onlyNew, ANI)).isEqualTo("two");
        assertThatThrownBy(() -> store.find(BUDI))
                .as("an instance without the new key")
                .hasMessageContaining("encrypted with the key 'new', which is not configured");
    }

    @Test
    void aRowThatIsMovedToAnotherCustomerDoesNotOpen() throws SQLException {
        store.save(BUDI, full("one"));
        store.save(ANI, full("two"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            int moved =
                    statement.executeUpdate(
                            "UPDATE dompet_credential SET content = (SELECT MAX(content) FROM"
                                    + " dompet_credential)");
            assertThat(moved).isEqualTo(2);
        }
        int opened = 0;
        for (CredentialStore.Key key : new CredentialStore.Key[] {BUDI, ANI}) {
            try {
                if (store.find(key).isPresent()) {
                    opened++;
                }
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("does not belong where it was found");
            }
        }
        assertThat(opened).as("only in its own place").isEqualTo(1);
    }

    @Test
    void aStoreThatCannotBeReachedSaysSo() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("DROP TABLE dompet_credential");
        }
        assertThatThrownBy(() -> store.find(BUDI))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("could not read a credential");
    }
}
