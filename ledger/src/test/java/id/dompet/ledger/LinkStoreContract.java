package id.dompet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.ledger.store.LinkStore;
import id.dompet.ledger.store.LinkStore.AttemptRow;
import id.dompet.model.Binding;
import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of links does, in memory and in each database. */
public abstract class LinkStoreContract {
    private static final ProviderId DUITKU = new ProviderId("duitku");
    private static final ProviderId DOKU = new ProviderId("doku");
    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00.123Z");

    private LinkStore store;

    /** A new and empty one. */
    protected abstract LinkStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    private static Binding binding(String id, String customer, Instant at) {
        return new Binding(id, DUITKU, Wallet.OVO, customer, at);
    }

    private static AttemptRow attempt(String key, String reference, Instant until) {
        return new AttemptRow(key.repeat(64), reference, DOKU, "cust-1", "k:sealed", until);
    }

    @Test
    void attemptsAreFoundByKeyAndTheLatestByReference() {
        AttemptRow first = attempt("a", "link-1", NOW);
        AttemptRow again = attempt("b", "link-1", NOW.plusSeconds(60));
        store.save(first);
        store.save(again);
        assertThat(store.attempt(first.key())).contains(first);
        assertThat(store.attempt("c".repeat(64))).isEmpty();
        assertThat(store.attemptOf("link-1")).contains(again);
        store.forget(again.key());
        assertThat(store.attemptOf("link-1")).contains(first);
    }

    @Test
    void aLinkIsWrittenOnceAndItsAttemptForgotten() {
        AttemptRow attempt = attempt("a", "link-1", NOW);
        store.save(attempt);
        Binding binding = binding("b-1", "cust-1", NOW);
        store.bound(binding, attempt.key());
        store.bound(binding("b-1", "cust-2", NOW), attempt.key());
        assertThat(store.attempt(attempt.key())).isEmpty();
        assertThat(store.binding("b-1")).contains(binding);
        assertThat(store.bindingsOf("cust-2")).isEmpty();
    }

    @Test
    void linksOfACustomerComeOldestFirstAndWithoutThoseThatEnded() {
        store.bound(binding("b-2", "cust-1", NOW.plusSeconds(1)), "");
        store.bound(binding("b-1", "cust-1", NOW), "");
        store.bound(binding("b-3", "cust-2", NOW), "");
        assertThat(store.bindingsOf("cust-1"))
                .extracting(Binding::id)
                .containsExactly("b-1", "b-2");
        assertThat(store.hasEnded("b-1")).isFalse();
        store.ended("b-1", NOW);
        store.ended("b-1", NOW);
        assertThat(store.hasEnded("b-1")).isTrue();
        assertThat(store.hasEnded("b-9")).as("never heard of").isFalse();
        assertThat(store.bindingsOf("cust-1")).extracting(Binding::id).containsExactly("b-2");
        assertThat(store.binding("b-1")).isEmpty();
        assertThat(store.knows("b-1")).as("ended, and known").isTrue();
        assertThat(store.knows("b-9")).isFalse();
        store.bound(binding("b-1", "cust-1", NOW), "");
        assertThat(store.binding("b-1")).as("what has ended does not come back").isEmpty();
    }

    @Test
    void providersAreInUseWhileLinksAre() {
        assertThat(store.providersInUse()).isEmpty();
        store.bound(binding("b-1", "cust-1", NOW), "");
        assertThat(store.providersInUse()).containsExactly(DUITKU);
        store.ended("b-1", NOW);
        assertThat(store.providersInUse()).isEmpty();
    }

    @Test
    void attemptsThatAreOverArePurged() {
        store.save(attempt("a", "link-1", NOW));
        store.save(attempt("b", "link-2", NOW.plusSeconds(60)));
        assertThat(store.purgeAttempts(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(store.attemptOf("link-1")).isEmpty();
        assertThat(store.attemptOf("link-2")).isPresent();
    }

    @Test
    void ofEightWhoWriteTheSameLinkEachSeesOne() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtOnce.by8(
                worker -> {
                    for (int i = 0; i < 20; i++) {
                        store.bound(binding("b-" + i, "cust-" + worker, NOW), "");
                        seen.add(i + store.binding("b-" + i).orElseThrow().customerReference());
                    }
                });
        assertThat(seen).hasSize(20);
    }
}
