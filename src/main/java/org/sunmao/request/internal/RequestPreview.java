package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.request.internal.Burden.CitedRule;
import org.sunmao.request.internal.Known.KnownPlace;

import java.util.List;

/**
 * What would come of a request.
 *
 * @param burden null as long as it cannot be counted
 * @param faults all that speaks against it; none where it may be issued
 */
record RequestPreview(@Nullable Burden burden, List<PreviewFault> faults) {

    /**
     * One of them.
     *
     * @param pointer the field, as {@code items/0/label}
     * @param place where what is asked for is held already
     */
    record PreviewFault(
            String pointer, String says, @Nullable CitedRule rule, @Nullable KnownPlace place) {}
}
