package org.sunmao.person.internal;

import org.jspecify.annotations.Nullable;
import org.sunmao.document.Paper;

import java.util.List;

/**
 * The copy as a paper.
 *
 * @param told when and by whom it was taken
 */
record CopyPaper(String id, String name, String told, List<Section> sections, List<Left> withheld)
        implements Paper {

    /** A table: each row as its own list of facts. */
    record Section(String title, boolean empty, List<Entry> entries) {}

    record Entry(String number, List<Fact> facts) {}

    record Fact(String label, String value) {}

    record Left(String what, String reason) {}

    @Override
    public @Nullable String reference() {
        return null;
    }

    @Override
    public boolean draft() {
        return false;
    }
}
