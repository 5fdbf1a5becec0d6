/** The register of Party organizations and of the bodies they are formed in. */
@ApplicationModule(
        allowedDependencies = {
            "privacy",
            "rules",
            "locality",
            "web",
            "access",
            "journal",
            "code",
            "register",
            "document",
            "file"
        })
@NullMarked
package org.sunmao.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
