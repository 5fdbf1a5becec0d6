/** What a person is told: one digest a day, within quiet hours and a budget; a calendar feed. */
@ApplicationModule(
        allowedDependencies = {
            "privacy",
            "rules",
            "web",
            "access",
            "journal",
            "calendar",
            "organization",
            "duty"
        })
@NullMarked
package org.sunmao.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
