/** The rulebook: every rule the system enforces, with its source, its days and its figures. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sunmao.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
