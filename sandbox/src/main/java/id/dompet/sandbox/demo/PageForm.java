package id.dompet.sandbox.demo;

import id.dompet.sandbox.cli.NotDone;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** The form of a customer's page, and how a willing customer fills it in. */
final class PageForm {
    /** The PIN and the one-time password of every simulated and every sandbox wallet. */
    private static final String CODE = "123456";

    private static final Pattern CODE_FIELD =
            Pattern.compile(
                    "(?i:(^|[^a-z])(pin|otp|passcode)|one-time-code)|[a-z](Pin|PIN|Otp|OTP)");
    private static final Pattern NO =
            Pattern.compile("(?i)decline|cancel|reject|tolak|batal|kembali|\\bno\\b|tidak");

    private final URI page;
    private final FormElement form;

    private PageForm(URI page, FormElement form) {
        this.page = page;
        this.form = form;
    }

    /** The form that asks for the code, or else the first. */
    static PageForm of(URI url, Document page) {
        List<FormElement> forms = page.forms();
        FormElement form =
                forms.stream()
                        .filter(each -> each.elements().stream().anyMatch(PageForm::wantsCode))
                        .findFirst()
                        .or(() -> forms.stream().findFirst())
                        .orElseThrow(
                                () ->
                                        new NotDone(
                                                "the customer's page at %s has no form and leads"
                                                                .formatted(url.getAuthority())
                                                        + " nowhere"));
        return new PageForm(url, form);
    }

    /** What the browser sends when the customer has filled it in and agreed. */
    HttpRequest fillIn() {
        form.elements().stream().filter(PageForm::wantsCode).forEach(field -> field.val(CODE));
        form.elements().stream()
                .filter(field -> isCheckbox(field) && field.hasAttr("required"))
                .forEach(field -> field.attr("checked", true));
        Optional<Element> button = button();
        List<String> pairs = new ArrayList<>();
        for (Connection.KeyVal pair : form.formData()) {
            pairs.add(encode(pair.key()) + "=" + encode(pair.value()));
        }
        button.filter(pressed -> !pressed.attr("name").isEmpty())
                .ifPresent(
                        pressed ->
                                pairs.add(
                                        encode(pressed.attr("name"))
                                                + "="
                                                + encode(pressed.attr("value"))));
        String data = pairs.stream().collect(Collectors.joining("&"));
        URI target = target(button);
        return attribute(button, "method").equalsIgnoreCase("post")
                ? Browser.request(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(data))
                        .build()
                : Browser.request(withQuery(target, data)).GET().build();
    }

    /** The button that agrees: the first one that does not say no. */
    private Optional<Element> button() {
        List<Element> buttons = form.elements().stream().filter(PageForm::submits).toList();
        Optional<Element> yes = buttons.stream().filter(each -> !saysNo(each)).findFirst();
        if (!buttons.isEmpty() && yes.isEmpty()) {
            throw new NotDone(
                    "the customer's page at %s offers no way to agree"
                            .formatted(page.getAuthority()));
        }
        return yes;
    }

    private URI target(Optional<Element> button) {
        String action = attribute(button, "action");
        try {
            return action.isBlank() ? page : page.resolve(action.strip());
        } catch (IllegalArgumentException e) {
            throw new NotDone(
                    "the form of the customer's page leads to an address that is none", e);
        }
    }

    /** The pressed button may override what the form says. */
    private String attribute(Optional<Element> button, String name) {
        return button.map(pressed -> pressed.attr("form" + name))
                .filter(value -> !value.isEmpty())
                .orElseGet(() -> form.attr(name));
    }

    private static boolean wantsCode(Element field) {
        if (!field.normalName().equals("input")) {
            return false;
        }
        return switch (type(field)) {
            case "password" -> true;
            case "", "text", "tel", "number" ->
                    Stream.of("name", "id", "autocomplete")
                            .anyMatch(name -> CODE_FIELD.matcher(field.attr(name)).find());
            default -> false;
        };
    }

    private static boolean isCheckbox(Element field) {
        return field.normalName().equals("input") && type(field).equals("checkbox");
    }

    private static boolean submits(Element field) {
        return switch (field.normalName()) {
            case "button" -> type(field).isEmpty() || type(field).equals("submit");
            case "input" -> type(field).equals("submit") || type(field).equals("image");
            default -> false;
        };
    }

    private static boolean saysNo(Element button) {
        return Stream.of(
                        button.text(), button.attr("value"), button.attr("name"), button.attr("id"))
                .anyMatch(text -> NO.matcher(text).find());
    }

    private static String type(Element field) {
        return field.attr("type").toLowerCase(Locale.ROOT);
    }

    private static URI withQuery(URI target, String data) {
        String plain = target.toString().replaceAll("[?#].*$", "");
        return URI.create(data.isEmpty() ? plain : plain + "?" + data);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
