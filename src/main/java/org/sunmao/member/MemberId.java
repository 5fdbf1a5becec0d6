package org.sunmao.member;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.UUID;

/** The identity of a member (党员); unique across cells, in the order of making. */
public record MemberId(UUID value) {

    public static MemberId next() {
        return new MemberId(UuidCreator.getTimeOrderedEpoch());
    }
}
