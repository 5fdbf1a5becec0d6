package org.sunmao.locality.internal;

import org.sunmao.locality.Derivation.Changed;

import java.util.List;

/**
 * What would come of a local figure.
 *
 * @param says in sentences
 * @param derived whether anything could be reckoned
 * @param affected how many would be told otherwise; 0 where nothing was reckoned
 * @param examples some of them
 * @param nearer organizations below that decided themselves
 */
record FigurePreview(
        List<String> says,
        boolean derived,
        int affected,
        List<Changed> examples,
        List<NearerFigure> nearer) {

    /** A decision below, which stays unless it is looser than the rule admits. */
    record NearerFigure(
            ProposalView.RulePlace organization, String value, String unit, boolean stays) {}
}
