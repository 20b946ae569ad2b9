package id.dompet.sandbox.console;

import id.dompet.sandbox.web.WebRequest;
import java.util.function.Function;

/**
 * Something that can be read.
 *
 * @param path below {@code /api/}
 * @param what what it answers, as a sentence
 * @param read answers records and lists of them
 */
record Read(String path, String what, Function<WebRequest, Object> read) {}
