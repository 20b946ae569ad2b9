package id.dompet.sandbox.demo;

import id.dompet.sandbox.cli.Terminal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** For people: aligned columns. */
final class TextReport implements Report {
    private static final int STEP_WIDTH =
            Arrays.stream(Step.values()).mapToInt(step -> step.label().length()).max().orElse(0);

    private final Terminal terminal;
    private int providerWidth = "PROVIDER".length();
    private int walletWidth = "WALLET".length();
    private String lastLeg = "";

    TextReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void begin(String where, List<String> legend, List<Leg> legs) {
        for (Leg leg : legs) {
            providerWidth = Math.max(providerWidth, leg.provider().value().length());
            walletWidth = Math.max(walletWidth, leg.wallet().code().length());
        }
        terminal.line(
                "A customer links a wallet, pays and unlinks again: %s, %s."
                        .formatted(count(legs.size(), "journey"), where));
        legend.forEach(line -> terminal.line("  " + line));
        terminal.line("");
        terminal.line(row("PROVIDER", "WALLET", "STEP", "RESULT", "TIME", "WHAT HAPPENED"));
    }

    @Override
    public void step(StepResult result) {
        if (result.step().equals(Step.SUMMARY.label())) {
            terminal.line("");
            terminal.line(
                    "%s %s: %s"
                            .formatted(
                                    result.step(), result.ok() ? "ok" : "FAILED", result.detail()));
            return;
        }
        String leg = result.provider() + " " + result.wallet();
        if (!lastLeg.isEmpty() && !leg.equals(lastLeg)) {
            terminal.line("");
        }
        lastLeg = leg;
        terminal.line(
                row(
                        result.provider(),
                        result.wallet(),
                        result.step(),
                        result.ok() ? "ok" : result.wasSkipped() ? "-" : "FAILED",
                        result.wasSkipped() ? "" : result.millis() + " ms",
                        result.detail()));
    }

    private String row(
            String provider,
            String wallet,
            String step,
            String result,
            String time,
            String detail) {
        String format = "%%-%ds  %%-%ds  %%-%ds  %%-6s  %%8s  %%s";
        return String.format(
                Locale.ROOT,
                format.formatted(providerWidth, walletWidth, STEP_WIDTH),
                provider,
                wallet,
                step,
                result,
                time,
                detail);
    }

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
