/** The register of Party members. */
@ApplicationModule(
        allowedDependencies = {
            "privacy",
            "rules",
            "locality",
            "web",
            "access",
            "journal",
            "vault",
            "code",
            "register",
            "document",
            "organization"
        })
@NullMarked
package org.sunmao.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
