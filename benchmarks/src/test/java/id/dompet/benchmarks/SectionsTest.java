package id.dompet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.benchmarks.figure.Figure;
import id.dompet.benchmarks.figure.Figures;
import id.dompet.benchmarks.figure.Goal;
import id.dompet.benchmarks.start.StartSection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every benchmark runs, and measures what the goals judge. What it measures means nothing here. */
class SectionsTest {
    @Test
    void everyBenchmarkRunsAndEveryGoalHasItsFigure() throws Exception {
        Figures figures = new Figures();
        for (Section section : SectionMain.ALL) {
            section.run(Effort.SMOKE, figures::add);
        }
        List<Figure.Place> missing =
                Goals.of(Effort.LONG, OptionalInt.empty()).stream()
                        .map(Goal::at)
                        // Class archives are made of jars, and tests run from folders.
                        .filter(place -> !place.row().equals(StartSection.ARCHIVED))
                        .filter(place -> figures.at(place).filter(v -> !v.isNaN()).isEmpty())
                        .toList();
        assertThat(missing).isEmpty();
        assertThat(figures.tables()).contains("### Memory that a client keeps");
    }

    @Test
    void theShortFormAsksForNothingThatOnlyTheLongOneMeasures() {
        Set<Figure.Place> whole =
                Goals.of(Effort.LONG, OptionalInt.empty()).stream()
                        .map(Goal::at)
                        .collect(Collectors.toSet());
        assertThat(Goals.of(Effort.QUICK, OptionalInt.empty()).stream().map(Goal::at))
                .isSubsetOf(whole);
        assertThat(Goals.of(Effort.QUICK, OptionalInt.empty()))
                .hasSizeLessThan(Goals.of(Effort.LONG, OptionalInt.empty()).size());
    }

    @Test
    void anotherJavaIsJudgedByGoalsOfItsOwn() {
        List<Goal> goals = Goals.of(Effort.LONG, OptionalInt.of(99));
        assertThat(goals)
                .filteredOn(goal -> goal.at().table().contains("JDK 99, virtual threads"))
                .hasSize(3);
    }
}
