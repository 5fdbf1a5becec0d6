/** National code tables and administrative divisions: codes are stored, labels are shown. */
@ApplicationModule(allowedDependencies = {"rules", "web", "access"})
@NullMarked
package org.sunmao.code;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
