/** Local figures of rules: proposed, approved by somebody else, in force below; and the book. */
@ApplicationModule(allowedDependencies = {"rules", "web", "access", "journal", "privacy"})
@NullMarked
package org.sunmao.locality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
