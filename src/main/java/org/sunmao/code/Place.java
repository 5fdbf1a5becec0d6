package org.sunmao.code;

import java.util.List;

/**
 * A division and where it is.
 *
 * @param above the names of those it lies in, the nearest first
 */
public record Place(String code, String name, List<String> above) {

    /** The names from the province down to its own, joined. */
    public String path() {
        return String.join("", above.reversed()) + name;
    }
}
