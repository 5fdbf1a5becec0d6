/** Accounts, sessions, grants, and the scope within which a request reads and writes. */
@ApplicationModule(
        allowedDependencies = {"privacy", "rules", "web", "journal", "vault", "document"})
@NullMarked
package org.sunmao.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
