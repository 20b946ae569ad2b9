package id.dompet.internal.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dompet.internal.operation.Calls;
import id.dompet.internal.operation.Operation;
import id.dompet.internal.operation.ScriptedTransport;
import id.dompet.internal.operation.TestCalls;
import id.dompet.model.Secret;
import id.dompet.spi.CredentialStore;
import id.dompet.spi.CredentialStore.Credential;
import id.dompet.spi.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RenewalSlotsTest {
    private static final int MOST = 100;
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final ManualTime time = new ManualTime();
    private final Calls calls = TestCalls.over(new ScriptedTransport(), time);
    private final RenewalSlot.Surroundings around =
            new RenewalSlot.Surroundings(
                    CredentialStore.inMemory(), calls, Runnable::run, time, new Random(1));
    private final RenewalSlots slots = new RenewalSlots(MOST);

    private RenewalSlot slot(String subject) {
        return slots.get(
                subject,
                added -> new RenewalSlot(new CredentialStore.Key(TestCalls.ACME, added), around));
    }

    private RenewalSlot used(String subject) {
        RenewalSlot slot = slot(subject);
        Credential unused =
                slot.current(
                        calls.start(Operation.PAY, Duration.ofSeconds(30)),
                        (call, old) ->
                                Credential.token(
                                        Secret.of("token of " + subject), time.now().plus(LIFE)));
        return slot;
    }

    @Test
    void aSubjectHasOneSlotUntilItIsRemoved() {
        RenewalSlot slot = slot("customer");
        assertThat(slot("customer")).isSameAs(slot);
        slots.remove("customer");
        assertThat(slot("customer")).isNotSameAs(slot);
    }

    @Test
    void noMoreThanAllowedAreRemembered() {
        for (int i = 0; i < 10 * MOST; i++) {
            RenewalSlot unused = used("customer-" + i);
            assertThat(slots.size()).isBetween(1, MOST);
        }
    }

    @Test
    void halfOfThoseThatLiveStayWhenAllOfThemDo() {
        for (int i = 0; i < MOST; i++) {
            RenewalSlot unused = used("alive-" + i);
        }
        RenewalSlot unused = slot("one more");
        assertThat(slots.size()).isEqualTo(MOST / 2 + 1);
    }

    @Test
    void oneThatIsBeingRenewedStaysAndSoDoesOneThatHasJustFailed() {
        RenewalSlot failed = slot("failed");
        assertThatThrownBy(
                        () ->
                                failed.current(
                                        calls.start(Operation.PAY, Duration.ofSeconds(30)),
                                        (call, old) -> {
                                            throw new IllegalStateException("no token");
                                        }))
                .isInstanceOf(RuntimeException.class);
        RenewalSlot renewed = slot("renewed");
        Credential unused =
                renewed.current(
                        calls.start(Operation.PAY, Duration.ofSeconds(30)),
                        (call, old) -> {
                            for (int i = 0; i < 10 * MOST; i++) {
                                RenewalSlot other = slot("other-" + i);
                                assertThat(other.isIdle()).isTrue();
                            }
                            return Credential.token(Secret.of("late"), time.now().plus(LIFE));
                        });
        assertThat(slot("renewed")).isSameAs(renewed);
        assertThat(slot("failed")).isSameAs(failed);
    }

    @Test
    void whoseCredentialIsOverMakesRoomForOthers() {
        for (int i = 0; i < MOST / 2; i++) {
            RenewalSlot unused = used("gone-" + i);
        }
        time.advance(LIFE);
        List<RenewalSlot> alive = new ArrayList<>();
        for (int i = 0; i < MOST / 2; i++) {
            alive.add(used("alive-" + i));
        }
        RenewalSlot unused = slot("one more");
        assertThat(slots.size()).isEqualTo(MOST / 2 + 1);
        for (int i = 0; i < alive.size(); i++) {
            assertThat(slot("alive-" + i)).isSameAs(alive.get(i));
        }
    }
}
