package org.sunmao.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a page does that the policy of its answer forbids: the browser itself is asked. */
final class ContentPolicy {

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

    private ContentPolicy() {}

    /** Tells every violation of a page, from its first address on. */
    static Page listening(Page page, List<String> violations) {
        page.addInitScript(LISTEN);
        page.onConsoleMessage(
                message -> {
                    if (message.text().startsWith("CSP ")) {
                        violations.add(message.text());
                    }
                });
        return page;
    }

    /** Opens what can be opened: much is drawn only then. */
    static void open(Page page) {
        var opens = page.locator(OPENS).filter(new Locator.FilterOptions().setVisible(true));
        for (var i = 0; i < Math.min(opens.count(), 4); i++) {
            opens.nth(i).click(new Locator.ClickOptions().setForce(true));
            page.keyboard().press("Escape");
        }
    }

    /** Every page that the server lists, ids as {@code {id}}. */
    static List<String> pages() throws IOException {
        return PAGE.matcher(Files.readString(PAGES))
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
