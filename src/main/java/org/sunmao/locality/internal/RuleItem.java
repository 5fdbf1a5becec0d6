package org.sunmao.locality.internal;

/**
 * A rule in a list.
 *
 * @param source document and article
 * @param confirmed yes, secondary, seed, practice or unconfirmed
 * @param confirmation the same in words
 * @param local whether any of its figures may be decided by a locality
 */
record RuleItem(
        String id,
        String title,
        String kind,
        String kindLabel,
        String source,
        String confirmed,
        String confirmation,
        boolean inUse,
        boolean local) {}
