/** What the rules demand of whom by when, derived from the registers; met, late, explained. */
@ApplicationModule(
        allowedDependencies = {
            "privacy",
            "rules",
            "web",
            "access",
            "journal",
            "calendar",
            "organization"
        })
@NullMarked
package org.sunmao.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
