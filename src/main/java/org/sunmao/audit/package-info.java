/** Who read whom, and what auditors read of all that was done; keeps nothing of its own. */
@ApplicationModule(allowedDependencies = {"rules", "web", "access", "journal"})
@NullMarked
package org.sunmao.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
