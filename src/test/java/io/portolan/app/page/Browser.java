package io.portolan.app.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium of this machine without a window. A test that wants one is skipped where there is none. */
public final class Browser implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Warns that it has no classes for the commands of the newest Chromium; only commands by name are used here. */
    private static final Logger COMMAND_CLASSES = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    static {
        COMMAND_CLASSES.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one with a profile of its own. */
    public static Browser start(Path profile) {
        Optional<File> chromium = command("chromium");
        Optional<File> chromedriver = command("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "chromium and chromedriver are not on the PATH (Debian: chromium, chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    /** What the page is shown on from now on. */
    public void device(Device device) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", device.width(), "height", device.height(), "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", device.scheme()))));
    }

    public void open(String address) {
        driver.get(address);
    }

    /** Runs a script and returns its value. */
    public Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Waits until a script returns true. */
    public void until(String what, String condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .until(() -> Boolean.TRUE.equals(run("return Boolean(" + condition + ")")));
    }

    /** Text of the first element, as it is in the document. */
    public String text(String selector) {
        return String.valueOf(run("return document.querySelector(arguments[0])?.textContent", selector));
    }

    /** Texts of all cells of a table's rows; of a size that is shown rounded, its number of bytes. */
    @SuppressWarnings("unchecked")
    List<List<String>> rows(String caption) {
        return (List<List<String>>) run(
                "const exact = (c) => /^\\d+ bytes$/.exec(c.querySelector('[title]')?.title ?? '')?.[0].slice(0, -6);"
                        + "return [...document.querySelectorAll('table')].filter((t) => t.caption?.textContent === arguments[0])"
                        + ".flatMap((t) => [...t.tBodies[0].rows].map((r) => [...r.cells].map((c) => exact(c) ?? c.textContent)))",
                caption);
    }

    public WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** Presses keys, one after the other, wherever the focus is. */
    public void press(CharSequence... keys) {
        for (CharSequence key : keys) {
            new Actions(driver).sendKeys(key).perform();
        }
    }

    /** Presses the tabulator until the element has the focus, as often as there are elements at most. */
    public boolean tabTo(String selector) {
        for (int i = 0; i < 400; i++) {
            if (Boolean.TRUE.equals(run("return document.activeElement.matches(arguments[0])", selector))) {
                return true;
            }
            press(Keys.TAB);
        }
        return false;
    }

    /** What the console was told since the last call: errors, uncaught ones, and breaches of the security policy. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Hosts, with ports, that were asked for anything since the last call. */
    public Set<String> hosts() {
        Set<String> hosts = new TreeSet<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = json(entry.getMessage()).path("message");
            String address = message.path("params").path("request").path("url").asText();
            if (message.path("method").asText().equals("Network.requestWillBeSent") && address.startsWith("http")) {
                hosts.add(URI.create(address).getAuthority());
            }
        }
        return hosts;
    }

    /** What breaks the rules of accessibility, a line each: rule, element, and why. */
    @SuppressWarnings("unchecked")
    public List<String> violations() {
        run(axe());
        return (List<String>) driver.executeAsyncScript(
                "const done = arguments[0]; axe.run().then((r) => done(r.violations.flatMap((v) => v.nodes.map((n) =>"
                        + " `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`))), (e) => done([String(e)]))");
    }

    public byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<File> command(String name) {
        return Stream.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
