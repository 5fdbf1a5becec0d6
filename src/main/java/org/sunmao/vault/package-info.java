/** Secrets at rest: sensitive fields sealed with keys that never enter the database. */
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package org.sunmao.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
