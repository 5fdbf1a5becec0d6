/** What an officer asks of organizations below, with basis, burden and end (AF-08). */
@ApplicationModule(
        allowedDependencies = {
            "privacy",
            "rules",
            "web",
            "access",
            "journal",
            "calendar",
            "code",
            "organization",
            "duty"
        })
@NullMarked
package org.sunmao.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
