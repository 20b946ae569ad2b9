package id.dompet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.benchmarks.figure.Figure;
import id.dompet.benchmarks.figure.Figures;
import id.dompet.benchmarks.figure.Goal;
import id.dompet.benchmarks.load.LoadSection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every benchmark runs, and measures what the goals judge. What it measures means nothing here. */
class SectionsTest {
    /** Sixteen callers are two in a test. */
    private static final String MANY = LoadSection.row(16, LoadSection.DOMPET);

    private static final String FEW = LoadSection.row(2, LoadSection.DOMPET);

    @Test
    void everyBenchmarkRunsAndEveryGoalHasItsFigure() throws Exception {
        Figures figures = new Figures();
        for (Section section : SectionMain.ALL) {
            section.run(Effort.SMOKE, figures::add);
        }
        List<Figure.Place> missing =
                Goals.of(Effort.LONG).stream()
                        .map(Goal::at)
                        .map(SectionsTest::inATest)
                        .filter(place -> figures.at(place).filter(v -> !v.isNaN()).isEmpty())
                        .toList();
        assertThat(missing).isEmpty();
        assertThat(figures.tables()).contains("### Memory that a client keeps");
    }

    @Test
    void theShortFormAsksForNothingThatOnlyTheLongOneMeasures() {
        Set<Figure.Place> whole =
                Goals.of(Effort.LONG).stream().map(Goal::at).collect(Collectors.toSet());
        assertThat(Goals.of(Effort.QUICK).stream().map(Goal::at)).isSubsetOf(whole);
        assertThat(Goals.of(Effort.QUICK)).hasSizeLessThan(Goals.of(Effort.LONG).size());
    }

    private static Figure.Place inATest(Figure.Place place) {
        return place.row().equals(MANY)
                ? new Figure.Place(place.table(), FEW, place.column())
                : place;
    }
}
