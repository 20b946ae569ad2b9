package id.dompet.internal.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What can go wrong while a credential is renewed, and whom it must not harm. */
class RenewalFaultsTest {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration STALE = Duration.ofSeconds(725);
    private static final CredentialStore.Key KEY =
            new CredentialStore.Key(TestCalls.ACME, "merchant");

    private final ManualTime time = new ManualTime();
    private final CredentialStore store = CredentialStore.inMemory();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final AtomicInteger fetched = new AtomicInteger();
    private final Calls calls = TestCalls.over(new ScriptedTransport(), time);
    private final Credentials cache = cache(store, background::add);

    private CredentialCache cache(CredentialStore over, Executor executor) {
        return new CredentialCache(TestCalls.ACME, over, calls, executor, time, new Random(1));
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
    void whatWasForgottenDuringARenewalDoesNotComeBack() {
        Credentials.Renewal forgettingMeanwhile =
                (call, old) -> {
                    cache.forget("merchant");
                    return fetch(call, old);
                };
        cache.current(call(), "merchant", forgettingMeanwhile);
        assertThat(store.find(KEY)).isEmpty();
    }

    @Test
    void aRenewalThatOnlyWaitsForAThreadIsTakenOver() {
        current(cache);
        time.advance(STALE);
        current(cache);
        assertThat(background).hasSize(1);
        time.advance(LIFE);
        assertThat(current(cache)).isEqualTo("token-2");
        background.remove().run();
        assertThat(fetched).as("the thread that came late has nothing left to do").hasValue(2);
    }

    @Test
    void anExecutorThatFailsDoesNotBlockTheTokenForEver() {
        AtomicBoolean failing = new AtomicBoolean(true);
        Credentials of =
                cache(
                        store,
                        task -> {
                            if (failing.getAndSet(false)) {
                                throw new OutOfMemoryError("unable to create native thread");
                            }
                            task.run();
                        });
        current(of);
        time.advance(STALE);
        assertThatThrownBy(() -> current(of)).isInstanceOf(OutOfMemoryError.class);
        assertThat(current(of)).isEqualTo("token-1");
        assertThat(current(of)).isEqualTo("token-2");
    }

    @Test
    void theFailureOfAnInterruptedCallerIsNobodyElses() {
        Credentials.Renewal interrupted =
                (call, old) -> {
                    Thread.currentThread().interrupt();
                    throw new DompetException.Unavailable(
                            TestCalls.ACME, "the calling thread was interrupted", null);
                };
        assertThatThrownBy(() -> cache.current(call(), "merchant", interrupted))
                .isInstanceOf(DompetException.Unavailable.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(current(cache)).isEqualTo("token-1");
    }

    /**
     * A machine that slept in between: the provider refuses a time that was true when it signed.
     */
    @Test
    void aRefusalOfAClockThatMovedMeanwhileHoldsNobodyUp() {
        current(cache);
        time.advance(STALE);
        Credentials.Renewal overtaken =
                (call, old) -> {
                    time.setForward(Duration.ofHours(6));
                    throw new DompetException.CredentialsRefused(
                            TestCalls.ACME, "4017300", "the timestamp is too old");
                };
        assertThat(cache.current(call(), "merchant", overtaken).value().reveal())
                .isEqualTo("token-1");
        background.remove().run();
        assertThat(current(cache)).isEqualTo("token-2");
    }

    @Test
    void theFailureOfACallerWithoutTimeIsNobodyElses() {
        Call hurried = calls.start(Operation.PAY, Duration.ofMillis(1));
        Credentials.Renewal late =
                (call, old) -> {
                    throw new DompetException.Unavailable(TestCalls.ACME, "the deadline", null);
                };
        assertThatThrownBy(() -> cache.current(hurried, "merchant", late))
                .isInstanceOf(DompetException.Unavailable.class);
        assertThat(current(cache)).isEqualTo("token-1");
    }

    @Test
    void aTokenThatCannotBeStoredIsUsedAllTheSame() {
        CredentialStore full =
                new DelegatingStore(store) {
                    @Override
                    public void save(Key key, Credential credential) {
                        throw new IllegalStateException("disk full");
                    }
                };
        Credentials of = cache(full, background::add);
        assertThat(current(of)).isEqualTo("token-1");
        assertThat(current(of)).isEqualTo("token-1");
    }

    @Test
    void theLeaseIsGivenBackAlsoAfterAFailure() {
        AtomicInteger held = new AtomicInteger();
        CredentialStore leasing =
                new DelegatingStore(store) {
                    @Override
                    public Optional<Lease> tryLease(Key key, Duration lease) {
                        held.incrementAndGet();
                        return Optional.of(held::decrementAndGet);
                    }
                };
        Credentials of = cache(leasing, background::add);
        Credentials.Renewal failing =
                (call, old) -> {
                    throw new DompetException.Unavailable(TestCalls.ACME, "down", null);
                };
        assertThatThrownBy(() -> of.current(call(), "merchant", failing))
                .isInstanceOf(DompetException.Unavailable.class);
        assertThat(held).hasValue(0);
        time.advance(Duration.ofSeconds(20));
        current(of);
        assertThat(held).hasValue(0);
    }

    @Test
    void afterItsLeaseAnInstanceDoesNotOverwriteWhatAnotherStored() {
        Credential others = Credential.token(Secret.of("others"), time.now().plus(LIFE));
        Credentials.Renewal slow =
                (call, old) -> {
                    time.advance(Duration.ofSeconds(20));
                    store.save(KEY, others);
                    return fetch(call, old);
                };
        cache.current(call(), "merchant", slow);
        assertThat(store.find(KEY)).contains(others);
    }

    @Test
    void nothingThatWasRefusedIsOfferedAgainInWhateverOrderTheRefusalsCome() {
        Credential first = cache.current(call(), "merchant", this::fetch);
        cache.refused("merchant", first);
        Credential second = cache.current(call(), "merchant", this::fetch);
        cache.refused("merchant", second);
        cache.refused("merchant", first);
        assertThat(current(cache)).isEqualTo("token-3");
    }

    @Test
    void aModuleThatRenewsToNothingIsNamedAsTheCulprit() {
        assertThatThrownBy(() -> cache.current(call(), "merchant", RenewalFaultsTest::nothing))
                .isInstanceOf(DompetException.ProviderFault.class);
    }

    @SuppressWarnings("NullAway") // what a module without our checks might do
    private static Credential nothing(Call call, Optional<Credential> old) {
        return null;
    }

    @Test
    void anEndlessCredentialAndOneThatHasEndedAreBothUnderstood() {
        store.save(KEY, Credential.token(Secret.of("endless"), Instant.MAX));
        assertThat(current(cache)).isEqualTo("endless");
        Credentials other = cache(CredentialStore.inMemory(), background::add);
        Credentials.Renewal dead = (call, old) -> Credential.token(Secret.of("dead"), time.now());
        assertThat(other.current(call(), "merchant", dead).value().reveal()).isEqualTo("dead");
    }
}
