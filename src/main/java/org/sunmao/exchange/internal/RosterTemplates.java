package org.sunmao.exchange.internal;

import org.springframework.stereotype.Component;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Empty workbooks to be filled in, one for each kind of roster. */
@Component
class RosterTemplates {

    private final Rosters rosters;
    private final RosterWriter writer;

    RosterTemplates(Rosters rosters, RosterWriter writer) {
        this.rosters = rosters;
        this.writer = writer;
    }

    byte[] of(String kind) {
        var out = new ByteArrayOutputStream();
        try {
            writer.template(Rosters.label(kind), rosters.of(kind).columns(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static String name(String kind) {
        return Rosters.label(kind) + "名册模板.xlsx";
    }
}
