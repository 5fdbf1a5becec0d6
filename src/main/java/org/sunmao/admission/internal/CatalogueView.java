package org.sunmao.admission.internal;

import org.sunmao.admission.internal.AdmissionView.AdmissionRule;

import java.util.List;

/**
 * The steps as a locality counts them, with their forms and what guides through them (B6).
 *
 * @param scheme what the way of counting is called, which is local
 */
record CatalogueView(String scheme, boolean local, List<CatalogueStep> steps) {

    /**
     * A step.
     *
     * @param says what is to be done
     * @param template a form of what is written; empty where nothing is
     * @param example how somebody wrote it
     * @param votes whether a meeting votes
     */
    record CatalogueStep(
            String code,
            String number,
            String title,
            String gate,
            String by,
            String byName,
            List<AdmissionRule> rules,
            List<String> texts,
            String says,
            String template,
            String example,
            boolean votes,
            List<CataloguePaper> papers,
            List<CatalogueField> fields) {}

    record CataloguePaper(String code, String title, boolean kept, boolean printed) {}

    record CatalogueField(
            String key,
            String label,
            String kind,
            boolean required,
            List<CatalogueOption> options,
            String hint,
            int max) {}

    record CatalogueOption(String code, String label) {}
}
