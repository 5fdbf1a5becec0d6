/** The journal: what happened, appended in the transaction in which it happened. */
@ApplicationModule(allowedDependencies = {"privacy", "vault", "database"})
@NullMarked
package org.sunmao.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
