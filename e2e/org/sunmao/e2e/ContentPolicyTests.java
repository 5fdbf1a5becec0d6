package org.sunmao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sunmao.access.Scopes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * No page does what the policy of its answer forbids: the browser itself is asked, page by page.
 * The pages are those that the server lists, so a new one is looked at without a word here.
 */
@BrowserTest
class ContentPolicyTests {

    private static final Path PAGES = Path.of("src/main/java/org/sunmao/web/FrontPages.java");
    private static final Pattern PAGE = Pattern.compile("^ {8}\"(/[^\"]*)\",$", Pattern.MULTILINE);
    private static final String LISTEN =
            """
            addEventListener('securitypolicyviolation', e => console.warn(['CSP', location.pathname,
              e.violatedDirective, e.blockedURI, e.sourceFile, e.lineNumber, e.sample].join(' ')))
            """;

    /** What is there to be opened: lists of choices, days, questions. */
    private static final String OPENS =
            "main .el-select__wrapper, main [aria-haspopup], main summary,"
                    + " main .el-date-editor input";

    private static final Map<String, String> IDS =
            Map.of(
                    "organizations", "select id from organization.organization order by id limit 1",
                    "organization", "select id from organization.organization order by id limit 1",
                    "members", "select id from member.profile order by id limit 1",
                    "bodies", "select body from organization.link order by body limit 1",
                    "posts", "select id from organization.post order by id limit 1");

    @Autowired Chromium chromium;
    @Autowired Scopes scopes;
    @Autowired JdbcClient jdbc;

    @Test
    void noPageDoesWhatItsPolicyForbids() throws IOException {
        var violations = new ArrayList<String>();
        var desk = listening(chromium.window(1440, 900), violations);
        var phone = listening(chromium.window(360, 780), violations);
        visit(desk, "/sign-in");
        visit(desk, "/first#token=x");
        visit(phone, "/m/sign-in");
        chromium.signedIn(desk, "county-officer");
        chromium.signedIn(phone, "secretary", "/m/");
        var pages = pages();
        assertThat(pages).hasSizeGreaterThan(30);
        for (var page : pages) {
            var window = page.startsWith("/m/") ? phone : desk;
            visit(window, page);
            open(window);
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void theListenerHearsAViolation() {
        var violations = new ArrayList<String>();
        var page = listening(chromium.window(800, 600), violations);
        visit(page, "/sign-in");

        page.evaluate("document.body.setAttribute('style', 'color: red')");
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=f()>')");
        page.waitForCondition(() -> violations.size() >= 2);

        assertThat(violations).anyMatch(each -> each.contains("style-src-attr"));
        assertThat(violations).anyMatch(each -> each.contains("script-src-attr"));
    }

    @Test
    void noForeignPageShowsOursInAFrame() {
        var page = chromium.window(800, 600);
        page.navigate("/sign-in");
        var ours = page.url();
        page.navigate("about:blank");
        page.setContent("<iframe src='" + ours + "'></iframe>");
        page.waitForLoadState(LoadState.NETWORKIDLE);

        var frame = page.frames().getLast();
        assertThat(frame.content()).doesNotContain("id=\"desk\"");
    }

    private static Page listening(Page page, List<String> violations) {
        page.addInitScript(LISTEN);
        page.onConsoleMessage(
                message -> {
                    if (message.text().startsWith("CSP ")) {
                        violations.add(message.text());
                    }
                });
        return page;
    }

    private static void visit(Page page, String address) {
        Stillness.at(page, address);
        page.waitForSelector("h1");
    }

    private static void open(Page page) {
        var opens = page.locator(OPENS).filter(new Locator.FilterOptions().setVisible(true));
        for (var i = 0; i < Math.min(opens.count(), 4); i++) {
            opens.nth(i).click(new Locator.ClickOptions().setForce(true));
            page.keyboard().press("Escape");
        }
    }

    private List<String> pages() throws IOException {
        return PAGE.matcher(Files.readString(PAGES))
                .results()
                .map(result -> filled(result.group(1)))
                .toList();
    }

    private String filled(String page) {
        var kind = page.replaceFirst("^/m", "").replaceFirst("^/([a-z]*).*", "$1");
        return page.contains("{") ? page.replaceFirst("\\{[a-z]+}", id(kind)) : page;
    }

    private String id(String kind) {
        var sql = IDS.get(kind);
        return sql == null
                ? UUID.randomUUID().toString()
                : scopes.system("test", _ -> jdbc.sql(sql).query(UUID.class).single().toString());
    }
}
