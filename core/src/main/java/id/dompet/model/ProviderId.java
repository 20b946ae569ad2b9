package id.dompet.model;

import java.util.regex.Pattern;

/**
 * The configured name of one provider instance, e.g. {@code doku} or {@code duitku-legacy}. It is
 * permanent: bindings and payments carry it, and renaming an instance orphans them.
 *
 * @param value a lower-case letter, then lower-case letters, digits and dashes; at most 31
 */
public record ProviderId(String value) implements Comparable<ProviderId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,30}");

    /** Refuses names of another form. */
    public ProviderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "provider names are lower-case letters, digits and dashes, at most 31: '"
                            + value
                            + "'");
        }
    }

    @Override
    public int compareTo(ProviderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
