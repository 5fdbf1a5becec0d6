package org.sunmao.organization;

import org.sunmao.access.Scope;

/** What organizations are called, for rosters: they name them as people do. */
public interface OrganizationNames {

    /** The organizations of a scope on its day, read once for as many texts as there are. */
    OrganizationIndex in(Scope scope);
}
