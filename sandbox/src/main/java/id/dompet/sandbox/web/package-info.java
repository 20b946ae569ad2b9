/**
 * The small web server behind the console and the demo shop. A site is a {@link
 * id.dompet.sandbox.web.Router} of handlers, started with {@link id.dompet.sandbox.web.WebServer}:
 *
 * <pre>{@code
 * Pages pages = Pages.of(ShopPages.class, "Demo shop", nav); // templates beside that class
 * Router routes = new Router()
 *         .get("/", request -> pages.show(request, "cart", "Cart", Map.of("items", items)))
 *         .post("/items/{id}/buy", request -> buy(request.path("id"), request.field("size")))
 *         .inbound("/notify/{provider}", this::notified)
 *         .get("/events", request -> Reply.events(live));
 * try (WebServer server = WebServer.start(Site.of("shop", routes), WebServer.LOOPBACK, 0)) {
 *     ...
 * }
 * }</pre>
 *
 * <p>What the server sees to, so that no page has to: the {@code Host} header is an IP address or
 * {@code localhost}, so that no name on the internet can be pointed here (DNS rebinding); every
 * POST carries the token of its session, or the script token of the site, unless the route is
 * {@code inbound}; answers forbid scripts, styles and frames from elsewhere; a defect becomes one
 * sentence and a line in the log, never a stack trace.
 *
 * <p>Templates are Mustache: {@code {{name}}} is escaped, and the build of a page fails when a
 * value is missing. Every page sits in {@code frame.html} with the style sheet {@code
 * /assets/sandbox.css}; a form needs {@code {{>token}}} inside. An element with an {@code id} and
 * {@code data-live} is replaced when {@link id.dompet.sandbox.web.LiveChannel} says that something
 * changed; without scripts, the same pages work by loading them again.
 */
@NullMarked
package id.dompet.sandbox.web;

import org.jspecify.annotations.NullMarked;
