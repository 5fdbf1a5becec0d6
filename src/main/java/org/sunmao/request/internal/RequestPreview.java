package org.sunmao.request.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.request.internal.Burden.RuleName;
import org.sunmao.request.internal.Known.Place;

import java.util.List;

/**
 * What would come of a request.
 *
 * @param burden null as long as it cannot be counted
 * @param faults all that speaks against it; none where it may be issued
 */
record RequestPreview(@Nullable Burden burden, List<Fault> faults) {

    /**
     * One of them.
     *
     * @param pointer the field, as {@code items/0/label}
     * @param place where what is asked for is held already
     */
    record Fault(String pointer, String says, @Nullable RuleName rule, @Nullable Place place) {}
}
