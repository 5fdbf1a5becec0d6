/**
 * What is kept of people and why: the registry of fields, and the ports by which the modules that
 * keep data tell a person of them and let them go.
 */
@ApplicationModule(allowedDependencies = "rules")
@NullMarked
package org.sunmao.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
