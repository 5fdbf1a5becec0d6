package org.sunmao.file;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.UUID;

/** The identity of a kept file. */
public record FileId(UUID value) {

    public static FileId next() {
        return new FileId(UuidCreator.getTimeOrderedEpoch());
    }
}
