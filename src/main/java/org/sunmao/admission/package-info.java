/**
 * Admission of members (发展党员): from the application to full membership, in steps that can only be
 * taken in order.
 */
@ApplicationModule(
        allowedDependencies = {
            "privacy",
            "rules",
            "web",
            "access",
            "journal",
            "vault",
            "calendar",
            "code",
            "register",
            "file",
            "document",
            "organization",
            "member",
            "meeting",
            "duty"
        })
@NullMarked
package org.sunmao.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
