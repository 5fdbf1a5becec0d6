/** The file store: contents that are kept once and never change, read within scope. */
@ApplicationModule(allowedDependencies = {"access", "web", "journal"})
@NullMarked
package org.sunmao.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
