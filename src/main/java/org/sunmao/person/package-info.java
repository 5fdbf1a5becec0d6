/** What a person may ask about their own data: what is kept, why, a copy of it; and its end. */
@ApplicationModule(
        allowedDependencies = {
            "rules",
            "web",
            "privacy",
            "access",
            "journal",
            "register",
            "document"
        })
@NullMarked
package org.sunmao.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
