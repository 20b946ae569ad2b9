package id.dompet.internal.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Throwables;
import id.dompet.internal.operation.Calls;
import id.dompet.internal.operation.Operation;
import id.dompet.internal.operation.ScriptedTransport;
import id.dompet.internal.operation.TestCalls;
import id.dompet.model.DompetException;
import id.dompet.model.Secret;
import id.dompet.spi.Call;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.Credentials;
import id.dompet.spi.ManualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CredentialCacheTest {
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final ManualTime time = new ManualTime();
    private final CredentialStore store = CredentialStore.inMemory();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final AtomicInteger fetched = new AtomicInteger();
    private final Calls calls = TestCalls.over(new ScriptedTransport(), time);
    private final Credentials cache = cache(store);

    private CredentialCache cache(CredentialStore over) {
        return new CredentialCache(
                TestCalls.ACME, over, calls, background::add, time, new Random(1));
    }

    private Call call() {
        return calls.start(Operation.PAY, Duration.ofSeconds(30));
    }

    private Credential fetch(Call call, Optional<Credential> old) {
        return Credential.token(
                Secret.of("token-" + fetched.incrementAndGet()), time.now().plus(LIFE));
    }

    private String current(Credentials of) {
        return of.current(call(), "merchant", this::fetch).value().reveal();
    }

    @Test
    void aTokenIsFetchedOnceAndUsedUntilItIsStale() {
        assertThat(current(cache)).isEqualTo("token-1");
        time.advance(Duration.ofMinutes(10));
        assertThat(current(cache)).isEqualTo("token-1");
        assertThat(background).isEmpty();
    }

    @Test
    void manyThreadsAtOnceMakeOneRequest() throws Exception {
        int threads = 200;
        List<Thread> asking = new CopyOnWriteArrayList<>();
        Credentials.Renewal slow =
                (call, old) -> {
                    // Until all the others wait for this one.
                    while (asking.size() < threads
                            || asking.stream().filter(CredentialCacheTest::isWaiting).count()
                                    < threads - 1) {
                        Thread.onSpinWait();
                    }
                    return fetch(call, old);
                };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<String>> tasks = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                tasks.add(
                        () -> {
                            asking.add(Thread.currentThread());
                            return cache.current(call(), "merchant", slow).value().reveal();
                        });
            }
            Set<String> tokens = ConcurrentHashMap.newKeySet();
            for (Future<String> answer : pool.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
                tokens.add(answer.get());
            }
            assertThat(tokens).containsExactly("token-1");
            assertThat(fetched).hasValue(1);
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }

    @Test
    void aStaleTokenIsRenewedOnceInTheBackgroundWhileAllGoOnWithIt() {
        current(cache);
        time.advance(Duration.ofSeconds(725));
        for (int i = 0; i < 10; i++) {
            assertThat(current(cache)).isEqualTo("token-1");
        }
        assertThat(background).hasSize(1);
        background.remove().run();
        assertThat(current(cache)).isEqualTo("token-2");
        assertThat(fetched).hasValue(2);
    }

    @Test
    void aDeadTokenIsNotUsedEvenALittleBeforeItsEnd() {
        current(cache);
        time.advance(LIFE.minusSeconds(20));
        assertThat(current(cache)).isEqualTo("token-2");
    }

    @Test
    void aRefusedTokenIsNotOfferedAgainButANewerOneStays() {
        Credential first = cache.current(call(), "merchant", this::fetch);
        cache.refused("merchant", first);
        assertThat(current(cache)).isEqualTo("token-2");
        cache.refused("merchant", first);
        assertThat(current(cache)).isEqualTo("token-2");
    }

    @Test
    void twoInstancesSharingAStoreUseOneToken() {
        Credentials other = cache(store);
        assertThat(current(cache)).isEqualTo("token-1");
        assertThat(current(other)).isEqualTo("token-1");
    }

    @Test
    void afterARefusalAnInstanceTakesTheNewerTokenThatAnotherOneStored() {
        Credentials other = cache(store);
        Credential first = cache.current(call(), "merchant", this::fetch);
        other.current(call(), "merchant", this::fetch);
        store.save(
                new CredentialStore.Key(TestCalls.ACME, "merchant"),
                Credential.token(Secret.of("newer"), time.now().plus(LIFE)));
        other.refused("merchant", first);
        assertThat(current(other)).isEqualTo("newer");
        assertThat(fetched).hasValue(1);
    }

    @Test
    void anInstanceWithoutTheLeaseWaitsForTheOther() {
        CredentialStore leased =
                new DelegatingStore(store) {
                    private int asked;

                    @Override
                    public Optional<Lease> tryLease(CredentialStore.Key key, Duration lease) {
                        if (++asked == 3) {
                            save(
                                    key,
                                    Credential.token(
                                            Secret.of("from-other"), time.now().plus(LIFE)));
                        }
                        return Optional.empty();
                    }
                };
        assertThat(current(cache(leased))).isEqualTo("from-other");
        assertThat(fetched).hasValue(0);
    }

    @Test
    void theFailureOfARenewalIsSharedAndNotRepeatedAtOnce() {
        AtomicInteger tried = new AtomicInteger();
        Credentials.Renewal failing =
                (call, old) -> {
                    tried.incrementAndGet();
                    throw new DompetException.CredentialsRefused(TestCalls.ACME, "", "key");
                };
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> cache.current(call(), "merchant", failing))
                    .isInstanceOf(DompetException.CredentialsRefused.class);
        }
        assertThat(tried).hasValue(1);
        time.advance(Duration.ofSeconds(1));
        assertThat(current(cache)).isEqualTo("token-1");
    }

    @Test
    void aFailedEarlyRenewalLeavesTheOldTokenInUse() {
        current(cache);
        time.advance(Duration.ofSeconds(725));
        Credentials.Renewal failing =
                (call, old) -> {
                    throw new DompetException.Unavailable(TestCalls.ACME, "down", null);
                };
        cache.current(call(), "merchant", failing);
        background.remove().run();
        assertThat(current(cache)).isEqualTo("token-1");
        assertThat(background).as("no second try before the back-off is over").isEmpty();
    }

    @Test
    void oneCustomersTokenIsNeverAnothers() {
        assertThat(current(cache)).isEqualTo("token-1");
        assertThat(cache.current(call(), "binding-2", this::fetch).value().reveal())
                .isEqualTo("token-2");
        assertThat(current(cache)).isEqualTo("token-1");
    }

    @Test
    void whatWasForgottenIsGone() {
        cache.put("b1", Credential.of(Secret.of("code"), "cust-1"));
        assertThat(cache.find("b1")).isPresent();
        cache.forget("b1");
        assertThat(cache.find("b1")).isEmpty();
    }

    @Test
    void theFirstOwnerOfACredentialStays() {
        Credential first = Credential.of(Secret.of("code"), "alice");
        assertThat(cache.putIfAbsent("b1", first)).isEqualTo(first);
        assertThat(cache.putIfAbsent("b1", Credential.of(Secret.of("code"), "bob")))
                .isEqualTo(first);
    }

    @Test
    void aStoreThatFailsIsNamedAsTheCulprit() {
        CredentialStore broken =
                new DelegatingStore(store) {
                    @Override
                    public Optional<Credential> find(CredentialStore.Key key) {
                        throw new IllegalStateException("password=hunter2");
                    }
                };
        assertThatThrownBy(() -> cache(broken).find("b1"))
                .isInstanceOf(DompetException.Unavailable.class)
                .hasMessage("acme: the credential store failed: java.lang.IllegalStateException")
                .satisfies(
                        e ->
                                assertThat(Throwables.getStackTraceAsString(e))
                                        .doesNotContain("hunter2"));
    }
}
