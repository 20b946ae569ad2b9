package id.dompet.testkit.conformance.report;

import id.dompet.testkit.conformance.bench.Violation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Masks what must not be printed: the run's secrets in every usual spelling, and phone numbers. A
 * report is attached to tickets and mails; habits formed with test secrets last.
 */
public final class Redaction {
    /** A shorter secret cannot be told from ordinary text. */
    private static final int SHORTEST = 6;

    /** Indonesian mobile numbers as people and protocols write them. */
    private static final Pattern PHONE =
            Pattern.compile(
                    "(?<![\\dA-Za-z])(?:(?:\\+?62|0)[ -]?8(?:[ -]?\\d){5,10}|8\\d{7,9})(\\d{2})(?!\\d)");

    private final List<String> masked;

    public Redaction(Collection<String> secrets) {
        Set<String> all =
                secrets.stream().flatMap(Redaction::spellings).collect(Collectors.toSet());
        masked =
                all.stream()
                        .filter(text -> text.length() >= SHORTEST)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    private static Stream<String> spellings(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        return Stream.concat(
                secret.lines().map(String::strip),
                Stream.of(
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        hex,
                        hex.toUpperCase(Locale.ROOT),
                        Base64.getEncoder().encodeToString(bytes),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
    }

    /** The text without secrets. */
    public String of(String text) {
        String clean = text;
        for (String secret : masked) {
            clean = clean.replace(secret, "[secret]");
        }
        return PHONE.matcher(clean).replaceAll(Matcher.quoteReplacement("[phone ..") + "$1]");
    }

    /** The same exception if nothing in it has to be masked, otherwise its copy in words. */
    public Throwable of(Throwable problem) {
        return isClean(problem, 0) ? problem : copy(problem, 0);
    }

    private static final int DEPTH = 16;

    private boolean isClean(@Nullable Throwable problem, int depth) {
        if (problem == null || depth > DEPTH) {
            return true;
        }
        String text = String.valueOf(problem);
        return of(text).equals(text)
                && isClean(problem.getCause(), depth + 1)
                && Stream.of(problem.getSuppressed()).allMatch(more -> isClean(more, depth + 1));
    }

    private Throwable copy(Throwable problem, int depth) {
        Throwable cause = problem.getCause();
        Throwable copy =
                problem instanceof Violation violation
                        ? new Violation(of(violation.expected()), of(violation.seen()))
                        : new Redacted(
                                of(String.valueOf(problem)),
                                cause == null || depth > DEPTH ? null : copy(cause, depth + 1));
        copy.setStackTrace(problem.getStackTrace());
        if (depth <= DEPTH) {
            Stream.of(problem.getSuppressed())
                    .forEach(more -> copy.addSuppressed(copy(more, depth + 1)));
        }
        return copy;
    }

    /** An exception that said too much. */
    private static final class Redacted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Redacted(String text, @Nullable Throwable cause) {
            super(text, cause);
        }
    }
}
