/** Papers: what the program prints, set as official documents are, from templates. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sunmao.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
