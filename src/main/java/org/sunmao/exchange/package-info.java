/** Rosters into the registers and lists out of them: files of people's own, and printed ones. */
@ApplicationModule(
        allowedDependencies = {
            "privacy",
            "database",
            "rules",
            "web",
            "access",
            "journal",
            "vault",
            "code",
            "register",
            "file",
            "document"
        })
@NullMarked
package org.sunmao.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
