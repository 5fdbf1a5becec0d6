package org.sunmao.organization;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.UUID;

/** The identity of a Party organization (党组织); unique across cells, in the order of making. */
public record OrganizationId(UUID value) {

    public static OrganizationId next() {
        return new OrganizationId(UuidCreator.getTimeOrderedEpoch());
    }
}
