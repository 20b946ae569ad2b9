package id.dompet.benchmarks;

import id.dompet.benchmarks.ledger.LedgerSection;
import id.dompet.benchmarks.load.LoadSection;
import id.dompet.benchmarks.parts.PartsSection;
import id.dompet.benchmarks.start.MemorySection;
import id.dompet.benchmarks.start.StartSection;
import id.dompet.benchmarks.token.TokenSection;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The process of one section: writes its figures to standard output. */
public final class SectionMain {
    static final List<Section> ALL =
            List.of(
                    new PartsSection(),
                    new TokenSection(),
                    new StartSection(),
                    new LoadSection(false),
                    new MemorySection(),
                    new LedgerSection(),
                    new LoadSection(true));

    private SectionMain() {}

    /** The sections of a run, in order. */
    static List<String> names(Effort effort) {
        return ALL.stream()
                .map(Section::name)
                .filter(name -> !name.equals(LoadSection.CALLS))
                .filter(name -> effort != Effort.QUICK || !name.equals("memory"))
                .toList();
    }

    /**
     * Measures.
     *
     * @param args the section's name and the {@link Effort}
     */
    public static void main(String[] args) throws Exception {
        Effort effort = Effort.valueOf(args[1].toUpperCase(Locale.ROOT));
        // The names of units need more than the ASCII of a bare locale.
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (Section section : ALL) {
            if (section.name().equals(args[0])) {
                section.run(effort, figure -> out.println(figure.line()));
                System.exit(0);
            }
        }
        throw new IllegalArgumentException("there is no section " + args[0]);
    }
}
