package org.sunmao.duty;

import org.sunmao.rules.Demand;

import java.util.List;
import java.util.Optional;

/** What the book declares of duties, by the name each row carries. */
public interface Declared {

    /** The declaration of that name; empty for one that is no longer in the book. */
    Optional<Demand> find(String name);

    /** All declarations, in the order of rules and of the book. */
    List<Demand> all();
}
