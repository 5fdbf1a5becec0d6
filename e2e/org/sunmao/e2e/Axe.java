package org.sunmao.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

import java.util.List;

/**
 * All rules of axe on a page as it stands. Its own builder opens a second page and carries every
 * finding, good ones too, out of the first and into it; pages of ours have no frames that it would
 * have to gather from, and only what is wrong is asked for.
 */
final class Axe {

    private static final String RUN =
            """
            () => axe.run(document, {resultTypes: ['violations']}).then(found =>
              found.violations.flatMap(rule => rule.nodes.map(node =>
                [rule.id, rule.help, node.target.join(' '), node.html, node.failureSummary]
                  .join(' | '))))
            """;

    private Axe() {}

    static List<?> violations(Page page) {
        if (page.frames().size() > 1) {
            throw new IllegalStateException("a page with a frame: let its builder read it");
        }
        if ((boolean) page.evaluate("() => typeof axe === 'undefined'")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return (List<?>) page.evaluate(RUN);
    }
}
