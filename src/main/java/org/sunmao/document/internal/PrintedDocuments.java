package org.sunmao.document.internal;

import org.springframework.stereotype.Service;
import org.sunmao.document.Documents;
import org.sunmao.document.Paper;

/** Fills a template, sees that all of it can be printed, and sets it. */
@Service
class PrintedDocuments implements Documents {

    private static final String MISSING =
            "<p class=\"missing\">注：“〓”处的字，字库中没有，括号内为该字的国际编码，请手工补写。</p></body>";

    private final Templates templates;
    private final Fonts fonts;
    private final Typesetter typesetter;

    PrintedDocuments(Templates templates, Fonts fonts, Typesetter typesetter) {
        this.templates = templates;
        this.fonts = fonts;
        this.typesetter = typesetter;
    }

    @Override
    public byte[] pdf(String template, Paper model) {
        var legible = Legible.of(templates.fill(template, model), fonts::has);
        var html = legible.text();
        return typesetter.set(legible.whole() ? html : html.replace("</body>", MISSING));
    }
}
