package id.dompet.testkit.page;

import java.util.List;

/** What the template of a page is filled with, in one language. Empty texts are left out. */
record View(
        String title,
        String step,
        long secondsLeft,
        List<Row> facts,
        List<String> notes,
        String warning,
        String mistake,
        List<Form> form,
        String until,
        List<Link> back) {

    record Row(String label, String value, boolean big) {}

    record Form(List<Input> inputs, String confirm, String decline) {}

    record Input(Field field, String label, String hint, boolean focused, boolean wrong) {}

    record Link(String href, String words) {}

    /** A page without a form. */
    static View told(String title, String words, List<Link> back) {
        return new View(title, "", 0, List.of(), List.of(words), "", "", List.of(), "", back);
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    boolean refreshes() {
        return secondsLeft > 0;
    }
}
