package id.dompet.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import id.dompet.Dompet;
import id.dompet.testkit.AdjustableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody changes what others compile against without noticing. */
class ApiTest {
    private static final String UPDATE = "mvn -pl docs -am verify -Dapi.update=true";

    /** The modules whose API is promised, see CONTRIBUTING, "Compatibility". */
    enum Module {
        CORE("core", Dompet.class),
        TESTKIT("testkit", AdjustableClock.class);

        private final String folder;
        private final Path list;
        private final Class<?> member;

        Module(String folder, Class<?> member) {
            this.folder = folder;
            this.list = Documents.ROOT.resolve(folder).resolve("api.txt");
            this.member = member;
        }

        SortedMap<String, SortedSet<String>> present() {
            return ApiListing.of(ClassFiles.with(member));
        }
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void theApiIsTheOneThatWasListed(Module module) throws IOException {
        SortedMap<String, SortedSet<String>> present = module.present();
        assertThat(present).hasSizeGreaterThan(20);
        if (Boolean.getBoolean("api.update")) {
            Files.writeString(module.list, ApiChanges.write(present));
            return;
        }
        ApiChanges changes = ApiChanges.between(listed(module), present);
        if (!changes.none()) {
            fail(message(module, changes));
        }
    }

    private static SortedMap<String, SortedSet<String>> listed(Module module) {
        return ApiChanges.read(Documents.read(module.list));
    }

    private static String message(Module module, ApiChanges changes) {
        StringBuilder text = new StringBuilder();
        if (!changes.broken().isEmpty()) {
            text.append("This breaks programs that compile against ")
                    .append(module.folder)
                    .append(":\n");
            changes.broken().forEach(line -> text.append(" - ").append(line).append('\n'));
            text.append(
                    "Keep it (a second constructor, a default method, a deprecated one), or say in"
                            + " CHANGELOG.md, under Changed, what broke and what to write instead;"
                            + " CONTRIBUTING.md, \"Compatibility\", says which version may. Then"
                            + " list it anew, see below.\n");
        }
        if (!changes.added().isEmpty()) {
            text.append("This is new:\n");
            changes.added().forEach(line -> text.append(" + ").append(line).append('\n'));
        }
        return text.append("To list the API anew: ").append(UPDATE).toString();
    }

    /** Whoever compiles against us must not need, or be stuck with, a library of ours. */
    @ParameterizedTest
    @EnumSource(Module.class)
    void theApiMentionsNoLibraries(Module module) {
        Pattern qualified = Pattern.compile("\\b[a-z][\\w]*(\\.[a-z][\\w]*)+\\.[A-Z]\\w*");
        assertThat(
                        qualified
                                .matcher(Documents.read(module.list))
                                .results()
                                .map(MatchResult::group)
                                .filter(name -> !name.matches("(java|javax|id\\.dompet)\\..*"))
                                .distinct())
                // Decisions: plugins are Guice modules, and one class is a Guice module.
                .isSubsetOf("com.google.inject.Module", "com.google.inject.AbstractModule");
    }

    @Test
    void theListsAreWrittenTheWayTheyAreRead() {
        for (Module module : Module.values()) {
            String text = Documents.read(module.list);
            assertThat(ApiChanges.write(ApiChanges.read(text))).isEqualTo(text);
        }
    }

    private static String list(Class<?>... types) {
        return ApiChanges.write(ApiListing.of(List.of(types)))
                .replace(ApiSamples.class.getName() + "$", "");
    }

    @Test
    void aTypeIsListedAsItIsDeclared() {
        assertThat(list(ApiSamples.Door.class))
                .isEqualTo(
                        """
                        public static interface Door
                            public abstract void open(java.util.List<? extends Number>) throws java.io.IOException
                            public default <T extends Comparable<T>> T most(T, T)
                        """);
        assertThat(list(ApiSamples.Hidden.class, ApiSamples.Shown.class))
                .isEqualTo(
                        """
                        public static class Shown
                            protected Shown(String...)
                            public final int inherited()
                            public static final int MOST
                        """);
        assertThat(list(ApiSamples.Answer.class, ApiSamples.Yes.class, ApiSamples.Colour.class))
                .isEqualTo(
                        """
                        public static sealed interface Answer permits Yes
                        public static enum Colour
                            public static final Colour GREEN
                            public static final Colour RED
                        public static record Yes implements Answer
                            public String why()
                            public Yes(String)
                        """);
    }

    private static ApiChanges changes(String before, String now) {
        return ApiChanges.between(ApiChanges.read(before), ApiChanges.read(now));
    }

    @Test
    void whatIsRemovedOrChangedBreaks() {
        String before = "public final class A\n    public int size()\npublic enum B\n";
        assertThat(changes(before, before).none()).isTrue();
        assertThat(changes(before, "public final class A\npublic enum B\n").broken())
                .containsExactly("is gone from A: public int size()");
        ApiChanges changed =
                changes(before, "public final class A\n    public long size()\npublic enum B\n");
        assertThat(changed.broken()).containsExactly("is gone from A: public int size()");
        assertThat(changed.added()).containsExactly("A: public long size()");
        assertThat(changes(before, "public final class A\n    public int size()\n").broken())
                .containsExactly("is gone, or declared in another way: public enum B");
        assertThat(message(Module.CORE, changed))
                .contains("breaks programs that compile against core", "CHANGELOG.md", UPDATE);
    }

    @Test
    void aStateMoreBreaksWhoeverSwitchesOverAll() {
        assertThat(
                        changes(
                                        "public sealed interface A permits B\n",
                                        "public sealed interface A permits B, C\n")
                                .broken())
                .hasSize(1);
    }

    @Test
    void aMethodMoreBreaksWhoeverImplementsTheType() {
        String port = "public interface Port\n";
        assertThat(changes(port, port + "    public abstract void ask()\n").broken())
                .containsExactly(
                        "has to be written by whoever implements Port: public abstract void ask()");
        ApiChanges helpful = changes(port, port + "    public default void ask()\n");
        assertThat(helpful.broken()).isEmpty();
        assertThat(helpful.added()).containsExactly("Port: public default void ask()");
        assertThat(message(Module.TESTKIT, helpful))
                .startsWith("This is new:")
                .contains(UPDATE)
                .doesNotContain("breaks");
        String own = "public sealed interface Own permits A\n";
        assertThat(changes(own, own + "    public abstract void ask()\n").broken()).isEmpty();
    }
}
