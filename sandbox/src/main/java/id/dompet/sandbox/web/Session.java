package id.dompet.sandbox.web;

import java.util.Optional;

/**
 * One browser. Its token is in every form, and never in an address; a page of another origin can
 * send the cookie, and cannot know the token. Thread-safe.
 */
public final class Session {
    private final String id;
    private final String token;
    private String notice = "";
    private boolean shown;

    Session(String id, String token) {
        this.id = id;
        this.token = token;
    }

    String id() {
        return id;
    }

    /** Stands for this browser, e.g. as the key of its cart. Not secret. */
    public String name() {
        return Integer.toHexString(token.hashCode());
    }

    /** What a form carries; from now on the browser needs the cookie. */
    synchronized String show() {
        shown = true;
        return token;
    }

    /** Whether some form carries the token. */
    synchronized boolean isShown() {
        return shown;
    }

    boolean hasToken(String given) {
        return Sessions.same(token, given);
    }

    /** Says something on the next page that is shown. */
    public synchronized void say(String sentence) {
        notice = sentence;
        shown = true;
    }

    synchronized Optional<String> takeNotice() {
        Optional<String> taken = Optional.of(notice).filter(text -> !text.isEmpty());
        notice = "";
        return taken;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Session[" + name() + "]";
    }
}
