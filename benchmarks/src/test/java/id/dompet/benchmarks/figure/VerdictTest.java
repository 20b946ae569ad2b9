package id.dompet.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Goal FAST = Goal.atMost("P1", "sign fast", "Parts", "sign", "ratio", 1.1);
    private static final Goal MANY =
            Goal.atLeast("P3", "many calls", "Load", "pay", "of raw", 0.55);

    @Test
    void aSlowRowMissesItsGoalAndFailsTheRun() {
        Verdict verdict = verdict(1.11, 0.6);
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.table().lines().filter(line -> line.contains("MISSED")))
                .singleElement()
                .asString()
                .contains("sign fast", "at most 1.10", "1.11");
    }

    @Test
    void tooFewCallsMissTheirGoal() {
        assertThat(verdict(1.0, 0.54).holds()).isFalse();
    }

    @Test
    void theLimitItselfIsGood() {
        Verdict verdict = verdict(1.1, 0.55);
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.table()).doesNotContain("MISSED");
    }

    @Test
    void whatWasNotMeasuredIsNotReached() {
        Verdict verdict = new Verdict(List.of(FAST), new Figures());
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.table()).contains("not measured", "MISSED");
    }

    @Test
    void notANumberIsNotReached() {
        assertThat(verdict(Double.NaN, 0.6).holds()).isFalse();
    }

    @Test
    void aFigureTravelsBetweenProcesses() {
        Figure figure = new Figure(new Figure.Place("Load", "16 callers: raw", "CPU, µs"), 12.5);
        assertThat(Figure.ofLine(figure.line())).contains(figure);
        assertThat(Figure.ofLine("some other output")).isEmpty();
    }

    @Test
    void tablesHaveARowForEachThingAndAColumnForEachFigure() {
        Figures figures = new Figures();
        figures.add(new Figure(new Figure.Place("Parts", "sign", "ns"), 2764));
        figures.add(new Figure(new Figure.Place("Parts", "verify", "ns"), 2498.4));
        figures.add(new Figure(new Figure.Place("Parts", "sign", "ratio"), 1.057));
        assertThat(figures.tables())
                .isEqualTo(
                        """

                        ### Parts

                        | | ns | ratio |
                        |---|---:|---:|
                        | sign | 2,764 | 1.06 |
                        | verify | 2,498 |  |
                        """);
    }

    private static Verdict verdict(double sign, double pay) {
        Figures figures = new Figures();
        figures.add(new Figure(FAST.at(), sign));
        figures.add(new Figure(MANY.at(), pay));
        return new Verdict(List.of(FAST, MANY), figures);
    }
}
