package org.sunmao.code;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The code tables, national ones and our own closed lists: which codes are known (COD-01). */
public interface Codes {

    /** Whether the table holds the code and it may be stored: groups may not. */
    boolean selectable(CodeTable table, String code);

    /** The label of a code; a code without one is shown as it is. */
    String label(CodeTable table, String code);

    /** All codes of a table in its order, groups among them. */
    List<CodeEntry> entries(CodeTable table);

    /** Divisions that bear one of these names, by code. */
    List<Place> placesCalled(Collection<String> names);

    /** A table as a whole, groups included. */
    Listed listed(CodeTable table);

    /**
     * A code table.
     *
     * @param standard the standard it is taken from, or that it is our own
     */
    record Listed(String standard, String edition, List<CodeEntry> codes) {}

    /**
     * Divisions by code, each by a text that means it alone: its name, with those from above before
     * it where others are called the same. Unknown codes are left out.
     */
    Map<String, String> telling(Collection<String> codes);

    /** The names of divisions by code; unknown codes are left out. */
    Map<String, String> divisions(Collection<String> codes);

    default Optional<String> division(String code) {
        return Optional.ofNullable(divisions(List.of(code)).get(code));
    }

    /** Adds divisions that are not known yet, parents before children. */
    void addDivisions(Collection<Division> divisions);
}
