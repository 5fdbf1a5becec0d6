package org.sunmao.privacy;

import java.util.List;

/** All columns of all tables, each with its purpose, basis, readers and end (PRV-01). */
public interface FieldRegistry {

    /** In the order of the files. */
    List<RegisteredTable> tables();

    /** A table that code names is always there. */
    RegisteredTable table(String name);
}
