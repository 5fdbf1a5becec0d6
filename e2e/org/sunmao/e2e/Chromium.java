package org.sunmao.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.sunmao.database.DataDirectory;
import org.sunmao.simulation.Demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** One browser for all journeys; each journey gets a window with nothing in it. */
@TestConfiguration(proxyBeanMethods = false)
class Chromium implements AutoCloseable {

    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");
    private static final Duration LOADING = Duration.ofMinutes(5);

    private final ApplicationContext house;
    private final Demonstration demonstration;
    private final DataDirectory data;
    private final Playwright playwright;
    private final Browser browser;

    Chromium(ApplicationContext house, Demonstration demonstration, DataDirectory data) {
        this.house = house;
        this.demonstration = demonstration;
        this.data = data;
        var skip = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(skip));
        this.browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(
                                                ChromiumCondition.chromium().orElseThrow())
                                        .setArgs(QUIET));
    }

    /**
     * A browser more, for another thread: Playwright's objects belong to the thread that made them.
     */
    Chromium another() {
        return new Chromium(house, demonstration, data);
    }

    /** A new window; nothing of the other journeys is in it. */
    Page window(int width, int height) {
        var options =
                new Browser.NewContextOptions()
                        .setBaseURL("http://127.0.0.1:" + port())
                        .setViewportSize(width, height)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai");
        return browser.newContext(options).newPage();
    }

    /** A desk, signed in with the demonstration account of a role. */
    Page desk(String role) {
        return signedIn(window(1440, 900), role);
    }

    /** A phone, signed in with the demonstration account of a role. */
    Page phone(String role) {
        return signedIn(window(360, 780), role, "/m/");
    }

    Page signedIn(Page page, String role) {
        return signedIn(page, role, "/");
    }

    /**
     * Signs in at an entry.
     *
     * @param entry the address of the entry, with a slash at its end
     */
    Page signedIn(Page page, String role, String entry) {
        return signedIn(page, account(role), entry);
    }

    /** A desk, signed in with one demonstration account: of a role there may be two. */
    Page signedInAs(Page page, String username) {
        return signedIn(page, account(1, username), "/");
    }

    /** Proved again at once: what that looks like is a journey of its own. */
    private static Page signedIn(Page page, Account account, String entry) {
        entered(page, account, entry);
        var token =
                page.context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                        .map(cookie -> cookie.value)
                        .findFirst()
                        .orElseThrow();
        var proof =
                RequestOptions.create()
                        .setHeader("X-XSRF-TOKEN", token)
                        .setData(Map.of("password", account.password()));
        page.context().request().post("/api/session/step-up", proof);
        return page;
    }

    /** Signed in and nothing more. */
    static Page entered(Page page, Account account, String entry) {
        page.navigate(entry + "sign-in");
        page.getByLabel("用户名").fill(account.username());
        page.getByLabel("密码").fill(account.password());
        page.getByRole(AriaRole.BUTTON, exactly("登录")).click();
        page.waitForURL("**" + entry);
        page.waitForSelector("h1");
        return page;
    }

    static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    record Account(String username, String password) {}

    /** The account that the demonstration printed for a role. */
    Account account(String role) {
        return account(0, role);
    }

    private Account account(int column, String value) {
        waitForCounty();
        try {
            return Files.readAllLines(data.file("demo-accounts.csv")).stream()
                    .map(line -> line.split(","))
                    .filter(line -> line[column].equals(value))
                    .map(line -> new Account(line[1], line[2]))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void waitForCounty() {
        var end = Instant.now().plus(LOADING);
        while (demonstration.progress().state() != Demonstration.State.READY) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the county does not load: " + demonstration);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private int port() {
        var server = ((WebServerApplicationContext) house).getWebServer();
        return Objects.requireNonNull(server).getPort();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
