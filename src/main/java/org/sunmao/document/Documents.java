package org.sunmao.document;

/** Makes papers (公文、名单). */
public interface Documents {

    /**
     * A paper as PDF/A-1b on A4 with its fonts embedded. The same model makes the same bytes.
     *
     * <p>What the model says is text and never markup. A character that the font lacks is printed
     * as 〓 with its code, and the paper says so at its end.
     *
     * @param template the name of the template, as {@code organization/change-decision}
     * @param model a record (or map) with all that the template names; at least a {@link Paper}
     */
    byte[] pdf(String template, Paper model);
}
