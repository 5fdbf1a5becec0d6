/** A seeded county or city of synthetic people, entered through the real registers. */
@ApplicationModule(
        allowedDependencies = {
            "rules",
            "web",
            "database",
            "access",
            "journal",
            "code",
            "organization",
            "member",
            "meeting",
            "admission"
        })
@NullMarked
package org.sunmao.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
