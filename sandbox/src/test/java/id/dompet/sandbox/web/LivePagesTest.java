package id.dompet.sandbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.dompet.sandbox.ChromeTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** A page that follows what happens, in a real browser. */
final class LivePagesTest extends ChromeTest {
    @Test
    void aPageFollowsChangesAndKeepsWhatIsBeingTyped() {
        AtomicInteger number = new AtomicInteger(1);
        LiveChannel live = new LiveChannel();
        Pages pages = Pages.of(LivePagesTest.class, "Counter", List.of());
        Router routes =
                new Router()
                        .get("/", request -> pages.show(request, "count", "Count", shown(number)))
                        .get("/events", request -> Reply.events(live));
        try (live;
                WebServer server =
                        WebServer.start(Site.of("counter", routes), WebServer.LOOPBACK, 0)) {
            ChromeDriver browser = browser(PHONE);
            go(browser, server.url());
            assertThat(browser.findElement(By.id("number")).getText()).isEqualTo("1");
            browser.findElement(By.id("text")).sendKeys("half a wo");

            number.set(2);
            live.changed();

            await(browser, ExpectedConditions.textToBe(By.id("number"), "2"));
            assertThat(browser.findElement(By.id("text")).getDomProperty("value"))
                    .isEqualTo("1half a wo");
            assertThat(isTooWide(browser)).isFalse();
        }
    }

    private static Map<String, Object> shown(AtomicInteger number) {
        return Map.of("number", number.get());
    }
}
