/** What every HTTP answer has in common: problems, paging, the clock, the pages of the front. */
@ApplicationModule(allowedDependencies = {"rules"})
@NullMarked
package org.sunmao.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
