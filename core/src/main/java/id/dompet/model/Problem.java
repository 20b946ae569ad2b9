package id.dompet.model;

/**
 * One thing that is wrong with a configuration.
 *
 * @param key the setting, e.g. {@code dompet.duitku.api-key}; empty text if it is about no setting
 * @param reason what is wrong; never the value of a secret
 * @param suggestion what to do about it
 */
public record Problem(String key, String reason, String suggestion) {
    @Override
    public String toString() {
        return (key.isEmpty() ? "" : key + ": ")
                + reason
                + (suggestion.isEmpty() ? "" : " (" + suggestion + ")");
    }
}
