/** Statistics of the registers, as of any day; counters of duties, and the board they make. */
@ApplicationModule(
        allowedDependencies = {
            "privacy",
            "database",
            "rules",
            "web",
            "access",
            "journal",
            "code",
            "register",
            "organization",
            "duty"
        })
@NullMarked
package org.sunmao.tally;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
