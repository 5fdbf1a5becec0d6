/** Statistics of the registers, as of any day. Counts; keeps nothing of its own. */
@ApplicationModule(
        allowedDependencies = {"rules", "web", "access", "code", "register", "organization"})
@NullMarked
package org.sunmao.tally;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
