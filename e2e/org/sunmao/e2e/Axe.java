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
            alike => axe.run({include: [document], exclude: alike}, {resultTypes: ['violations']})
              .then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
                [rule.id, rule.help, node.target.join(' '), node.html, node.failureSummary]
                  .join(' | '))))
            """;

    /**
     * Of a long table or list what comes behind the first: the same again, and most of the work.
     */
    private static final List<String> ALIKE =
            List.of("tbody > tr:nth-child(n+13)", "main li:nth-child(n+13)");

    private Axe() {}

    static List<?> violations(Page page) {
        if (page.frames().size() > 1) {
            throw new IllegalStateException("a page with a frame: let its builder read it");
        }
        if ((boolean) page.evaluate("() => typeof axe === 'undefined'")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return (List<?>) page.evaluate(RUN, ALIKE);
    }
}
