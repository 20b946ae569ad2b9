package id.dompet.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A test in a real browser: Debian's Chromium, headless, with an empty profile. Skipped where there
 * is none; nothing is ever downloaded. {@code -Ddompet.screenshots=DIR} keeps what {@link #picture}
 * takes.
 */
public abstract class ChromeTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    /** How wide a phone is, in pixels. */
    protected static final int PHONE = 390;

    /** How wide a desktop is, in pixels. */
    protected static final int DESKTOP = 1280;

    private final List<ChromeDriver> open = new ArrayList<>();

    @TempDir private Path profiles = Path.of("");

    /** A browser with a window of this width. Every call opens another, without cookies. */
    protected final ChromeDriver browser(int width) {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "skipped: there is no Chromium with its driver in /usr/bin");
        ChromeDriver driver = new ChromeDriver(service(), options());
        open.add(driver);
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        width < 600 ? 844 : 900,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < 600));
        return driver;
    }

    /**
     * Waits until something holds, at most half a minute. Pages that are live replace their
     * elements at any time, so what is gone before it was looked at is looked for again.
     */
    protected static <T> T await(ChromeDriver driver, ExpectedCondition<T> condition) {
        return new WebDriverWait(driver, Duration.ofSeconds(30))
                .ignoring(StaleElementReferenceException.class)
                .until(browser -> look(browser, condition));
    }

    /** The driver has more than one way to say that an element is gone from the page. */
    private static <T> T look(WebDriver browser, ExpectedCondition<T> condition) {
        try {
            return condition.apply(browser);
        } catch (WebDriverException e) {
            if (String.valueOf(e.getMessage()).contains("does not belong to the document")) {
                throw new StaleElementReferenceException("replaced while it was looked at", e);
            }
            throw e;
        }
    }

    /** What an element shows, once it is there. */
    protected static String text(ChromeDriver driver, By element) {
        return await(driver, browser -> browser.findElement(element).getText());
    }

    /** The button, or the link that looks like one, with this text. */
    protected static By button(String text) {
        return By.xpath("//*[self::button or self::a][normalize-space()='" + text + "']");
    }

    /** Clicks an element, once it can be clicked. One that was replaced was not clicked. */
    protected static void click(ChromeDriver driver, By element) {
        ExpectedCondition<WebElement> clickable = ExpectedConditions.elementToBeClickable(element);
        await(
                driver,
                browser -> {
                    WebElement found = clickable.apply(browser);
                    if (found == null) {
                        return false;
                    }
                    found.click();
                    return true;
                });
    }

    /** Replaces what a field contains. Live pages leave the field alone that is typed into. */
    protected static void type(ChromeDriver driver, By field, CharSequence... keys) {
        await(
                driver,
                browser -> {
                    WebElement found = browser.findElement(field);
                    found.clear();
                    found.sendKeys(keys);
                    return true;
                });
    }

    /** Clicks what leads to another page, and waits until that one is there. */
    protected static void leaveBy(ChromeDriver driver, By element) {
        driver.executeScript("window.isLeft = true");
        click(driver, element);
        await(driver, ChromeTest::hasArrived);
    }

    private static boolean hasArrived(WebDriver driver) {
        return driver instanceof JavascriptExecutor runner
                && Boolean.TRUE.equals(
                        runner.executeScript(
                                "return !window.isLeft && document.readyState === 'complete'"));
    }

    /** Whether the page has to be scrolled sideways, which none should. */
    protected static boolean isTooWide(ChromeDriver driver) {
        Object wide =
                ((JavascriptExecutor) driver)
                        .executeScript(
                                "return document.documentElement.scrollWidth"
                                        + " > document.documentElement.clientWidth");
        return Boolean.TRUE.equals(wide);
    }

    /** Keeps a picture of the whole page, where the build is told to. */
    protected static void picture(ChromeDriver driver, String name) throws IOException {
        String folder = System.getProperty("dompet.screenshots", "");
        if (folder.isEmpty()) {
            return;
        }
        Number height = number(driver, "return document.documentElement.scrollHeight");
        Number width = number(driver, "return document.documentElement.clientWidth");
        Map<String, Object> clip =
                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
        Object png =
                driver.executeCdpCommand(
                                "Page.captureScreenshot",
                                Map.of("captureBeyondViewport", true, "clip", clip))
                        .get("data");
        Path file = Files.createDirectories(Path.of(folder)).resolve(name + ".png");
        Files.write(file, OutputType.BYTES.convertFromBase64Png(String.valueOf(png)));
    }

    /** Opens a page. */
    protected static void go(ChromeDriver driver, URI url) {
        driver.get(url.toString());
    }

    @AfterEach
    final void closeBrowsers() {
        open.forEach(ChromeDriver::quit);
    }

    private static Number number(ChromeDriver driver, String script) {
        return driver.executeScript(script) instanceof Number given ? given : 1;
    }

    private static ChromeDriverService service() {
        return new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
    }

    private ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profiles.resolve("profile-" + open.size()));
        return options;
    }
}
