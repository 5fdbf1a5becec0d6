/** Organization life: meetings, theme days, lectures, appraisal, talks and activities. */
@ApplicationModule(
        allowedDependencies = {
            "privacy",
            "rules",
            "web",
            "access",
            "journal",
            "calendar",
            "code",
            "document",
            "organization",
            "member",
            "duty"
        })
@NullMarked
package org.sunmao.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
