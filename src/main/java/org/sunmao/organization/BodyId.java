package org.sunmao.organization;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.UUID;

/**
 * The identity of a public body or unit (党政机构与各类单位); unique across cells, in the order of making.
 */
public record BodyId(UUID value) {

    public static BodyId next() {
        return new BodyId(UuidCreator.getTimeOrderedEpoch());
    }
}
