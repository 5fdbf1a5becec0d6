package org.sunmao.organization;

import org.sunmao.access.Scope;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The register of organizations, for other modules. Each call is made within a scope. */
public interface Organizations {

    /** An organization by its name of today. */
    record Named(UUID id, String name) {}

    /** Enters organizations, parents before children. */
    void enter(Scope scope, List<NewOrganization> organizations);

    /** Enters bodies, parents before children, and links them to their organizations. */
    void enterBodies(Scope scope, List<NewBody> bodies);

    /** The organizations above one, from the top; names are no secret to whoever knows the id. */
    List<Named> ancestors(UUID organization, LocalDate day);
}
