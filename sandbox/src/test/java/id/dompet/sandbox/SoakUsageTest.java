package id.dompet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the command line says about the soak before anything is started. */
class SoakUsageTest {
    @Test
    void helpSaysWhatTheFourNumbersMean() {
        Cli help = Cli.run("soak", "--help");
        assertThat(help.status()).isZero();
        assertThat(help.out())
                .contains("double  orders that were charged more than once")
                .contains("lost    payments")
                .contains("wrong   payments")
                .contains("open    payments")
                .contains("--seed", "--seconds", "--database");
        assertThat(Cli.run("--help").out()).contains("soak");
    }

    @Test
    void whatItCannotDoIsSaidInOneSentence() {
        Cli database = Cli.run("soak", "--database", "oracle").isPlain();
        assertThat(database.status()).isEqualTo(2);
        assertThat(database.err()).contains("The database is h2 or postgres: oracle");
        Cli seconds = Cli.run("soak", "--seconds", "0").isPlain();
        assertThat(seconds.status()).isEqualTo(2);
        assertThat(seconds.err()).contains("Seconds are numbers from 1 to 86400: 0");
    }
}
