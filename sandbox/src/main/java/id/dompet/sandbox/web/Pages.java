package id.dompet.sandbox.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pages of one site: templates in one frame, with one navigation. Thread-safe.
 *
 * <p>Templates see what the page gives them, and {@code token} for {@code {{>token}}}.
 */
public final class Pages {
    private static final Templates FRAME = Templates.beside(Pages.class);

    /** Sent by {@code live.js}. */
    private static final String LOOK_HEADER = "Sandbox-Look";

    private final String siteName;
    private final List<Link> navigation;
    private final Templates templates;

    /**
     * An entry of the navigation.
     *
     * @param href where it leads
     * @param label what it says
     */
    public record Link(String href, String label) {}

    private Pages(String siteName, List<Link> navigation, Templates templates) {
        this.siteName = siteName;
        this.navigation = navigation;
        this.templates = templates;
    }

    /**
     * The pages whose templates lie beside a class, as {@code name.html}.
     *
     * @param siteName what the site is called in its head line
     */
    public static Pages of(Class<?> owner, String siteName, List<Link> navigation) {
        return new Pages(siteName, List.copyOf(navigation), Templates.beside(owner));
    }

    /**
     * A page.
     *
     * @param template its file, without {@code .html}
     * @param title for the window and the first headline
     * @param values what the template shows; a record, a map or a list of such, never null
     */
    public Reply show(WebRequest request, String template, String title, Map<String, ?> values) {
        return show(200, request, template, title, values);
    }

    /** The same with another HTTP status, e.g. for a form that was not filled in right. */
    public Reply show(
            int status, WebRequest request, String template, String title, Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put(Gate.TOKEN_FIELD, request.session().show());
        // The notice is for the page the browser goes to, not for one that keeps itself up to date.
        boolean looksAgain = request.header(LOOK_HEADER).isPresent();
        return Reply.html(
                status,
                framed(
                        request.target().split("\\?", 2)[0],
                        title,
                        looksAgain ? "" : request.session().takeNotice().orElse(""),
                        templates.render(template, all)));
    }

    /** The page about a request that was not carried out. */
    static Reply sorry(int status, String sentence) {
        Pages plain = new Pages("Dompet sandbox", List.of(), FRAME);
        String title = status == 500 ? "Something went wrong" : "That did not work";
        return Reply.html(
                status,
                plain.framed("", title, "", FRAME.render("sorry", Map.of("sentence", sentence))));
    }

    private String framed(String path, String title, String notice, String content) {
        List<Map<String, Object>> links =
                navigation.stream()
                        .map(
                                link ->
                                        Map.<String, Object>of(
                                                "href", link.href(),
                                                "label", link.label(),
                                                "here", link.href().equals(path)))
                        .toList();
        return FRAME.render(
                "frame",
                Map.of(
                        "site", siteName,
                        "title", title,
                        "notice", notice,
                        "links", links,
                        "content", content));
    }
}
