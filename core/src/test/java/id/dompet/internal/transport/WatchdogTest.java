package id.dompet.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final URI ANYWHERE = URI.create("http://127.0.0.1/");

    @Test
    void aCallThatCannotBeEndedDoesNotEndTheWatch() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (Watchdog watchdog = new Watchdog()) {
            watchdog.watch(
                    exchange(
                            () -> {
                                tried.countDown();
                                throw new IllegalStateException("a fault below");
                            }));
            assertThat(tried.await(30, TimeUnit.SECONDS)).isTrue();

            watchdog.watch(exchange(ended::countDown));

            assertThat(ended.await(30, TimeUnit.SECONDS)).as("the next call was ended").isTrue();
        }
    }

    private static Exchange exchange(Runnable cancelled) {
        HttpUriRequestBase request =
                new HttpPost(ANYWHERE) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public boolean cancel() {
                        cancelled.run();
                        return true;
                    }
                };
        Duration allowed = Duration.ofMillis(1);
        return new Exchange(request, Calls.in(allowed), allowed);
    }
}
