package org.sunmao.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.ArrayList;

/**
 * Pages are held to the policy of their answer: {@link EveryPageTests} looks at every one, here the
 * looking itself is tried.
 */
@BrowserTest
class ContentPolicyTests {

    @Autowired Chromium chromium;

    @Test
    void theListenerHearsAViolation() {
        var violations = new ArrayList<String>();
        var page = ContentPolicy.listening(chromium.window(800, 600), violations);
        page.navigate("/sign-in");
        page.waitForSelector("h1");

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
}
