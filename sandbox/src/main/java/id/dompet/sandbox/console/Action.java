package id.dompet.sandbox.console;

import java.util.List;
import java.util.function.Function;

/**
 * Something that can be done, by a button, over HTTP and from the command line.
 *
 * @param path below {@code /api/}
 * @param parameters their names; those in square brackets may be left out
 * @param what what it does, as a sentence
 * @param run does it; answers what happened, as a sentence
 */
record Action(
        String path, List<String> parameters, String what, Function<Parameters, String> run) {}
