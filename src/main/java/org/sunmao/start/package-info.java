/**
 * What a newcomer meets first: how the house is reached, whether anything is here yet, and the
 * first account.
 */
@ApplicationModule(
        allowedDependencies = {"database", "rules", "web", "access", "organization", "simulation"})
@NullMarked
package org.sunmao.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
