/** Where the data lives: the data directory and the PostgreSQL that everything else is given. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sunmao.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
