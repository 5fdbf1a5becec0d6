/**
 * What the registers share: fields as read and shown, values by day, editing without lost writes,
 * and the history of fields.
 */
@ApplicationModule(allowedDependencies = {"rules", "web", "access", "journal", "code"})
@NullMarked
package org.sunmao.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
