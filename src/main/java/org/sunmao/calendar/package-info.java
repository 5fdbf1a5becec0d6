/** Which days are worked, year by year, and how spans of days, months and periods are counted. */
@ApplicationModule(allowedDependencies = {"privacy", "rules", "web", "access", "journal"})
@NullMarked
package org.sunmao.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
