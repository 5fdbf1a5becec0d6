package org.sunmao.member.internal;

import org.sunmao.register.FieldKind.Fault;
import org.sunmao.register.Words;

import java.util.stream.Stream;

/** A postal address. */
final class Address {

    private static final int LONGEST = 200;

    private Address() {}

    static String typed(String typed) {
        if (Words.length(typed) > LONGEST) {
            throw new Fault("过长，请控制在 " + LONGEST + " 个字以内");
        }
        return typed;
    }

    /** Shown to the township (PRV-10); one that names none is hidden whole. */
    static String masked(String address) {
        // The first of them: a village may be named after a township.
        var end =
                Stream.of(address.indexOf('镇'), address.indexOf('乡'), address.indexOf("街道") + 1)
                        .filter(at -> at > 0)
                        .min(Integer::compare)
                        .orElse(0);
        return end == 0 ? "****" : address.substring(0, end + 1) + "****";
    }
}
