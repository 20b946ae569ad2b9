package id.dompet.testkit.conformance.rules;

import static id.dompet.testkit.conformance.bench.Expect.expect;

import id.dompet.Dompet;
import id.dompet.spi.CredentialStore;
import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.bench.ProcessState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** PLG: what a module must not do to the process that it is a guest in. */
abstract class PluginProcessRules extends PluginUseRules {
    private static final Duration TO_END = Duration.ofSeconds(5);

    /** The JDK's own, started by whoever needs them first. */
    private static final List<String> OF_THE_JDK =
            List.of(
                    "ForkJoinPool.commonPool",
                    "CompletableFutureDelayScheduler",
                    "Common-Cleaner",
                    "Keep-Alive-Timer",
                    "process reaper");

    @Rule(
            id = "PLG-06",
            demands =
                    "A module leaves the process as it found it: language, time zone, system"
                            + " properties, security providers; and no thread of its own lives on"
                            + " after it is closed.",
            why =
                    "The process is the merchant's. Another time zone moves every date in it, and"
                            + " what lives on after closing is one more with every change of the"
                            + " configuration.",
            check =
                    "setDefault, System.setProperty and Security.addProvider; pools and timers of"
                            + " the module's own.")
    public final void plg06_leavesTheProcessAsItWas() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Locale ours = Locale.forLanguageTag("is-IS");
        TimeZone here = TimeZone.getTimeZone("Atlantic/Reykjavik");
        try {
            Locale.setDefault(ours);
            TimeZone.setDefault(here);
            List<String> left = threadsLeft();
            expect(
                    Locale.getDefault().equals(ours),
                    "opened, used and closed: the machine's language is what it was",
                    Locale.getDefault());
            expect(
                    TimeZone.getDefault().getID().equals(here.getID()),
                    "opened, used and closed: the machine's time zone is what it was",
                    TimeZone.getDefault().getID());
            List<String> changed = bench().before.changedIn(ProcessState.now());
            expect(
                    changed.isEmpty(),
                    "since it was first opened: system properties, security providers and other"
                            + " things of the whole process are what they were",
                    changed);
            expect(
                    left.isEmpty(),
                    "opened, used and closed: every thread that was started meanwhile has ended",
                    left);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** Threads that a whole life of the module has started, and that go on after it. */
    private List<String> threadsLeft() {
        ThreadGroup group = new ThreadGroup("conformance-guests");
        FutureTask<Void> life = new FutureTask<>(this::live, null);
        Thread host = new Thread(group, life, "conformance-host");
        host.start();
        try {
            life.get();
            host.join();
            long end = System.nanoTime() + TO_END.toNanos();
            for (Thread each : threads(group)) {
                each.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
            return threads(group).stream().map(Thread::getName).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the suite was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void live() {
        try (Dompet dompet =
                bench().open(
                                bench().config(),
                                builder -> builder.credentials(CredentialStore.inMemory()))) {
            new Journey(bench(), dompet, "on a thread of a group of its own").play();
        }
    }

    private static List<Thread> threads(ThreadGroup group) {
        Thread[] all = new Thread[group.activeCount() + 64];
        int count = group.enumerate(all);
        return Arrays.stream(all, 0, count)
                .filter(Thread::isAlive)
                .filter(each -> OF_THE_JDK.stream().noneMatch(each.getName()::startsWith))
                .toList();
    }
}
