/** What a newcomer meets first: whether anything is here yet, and the first account. */
@ApplicationModule(allowedDependencies = {"rules", "web", "access", "organization", "simulation"})
@NullMarked
package org.sunmao.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
