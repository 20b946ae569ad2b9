package id.dompet.model;

import java.io.Serializable;

/**
 * One thing that is wrong with a configuration.
 *
 * @param key the setting, e.g. {@code dompet.duitku.api-key}; empty text if it is about no setting
 * @param reason what is wrong; never the value of a secret
 * @param suggestion what to do about it
 */
public record Problem(String key, String reason, String suggestion) implements Serializable {
    @Override
    public String toString() {
        return (key.isEmpty() ? "" : key + ": ")
                + reason
                + (suggestion.isEmpty() ? "" : " (" + suggestion + ")");
    }
}
