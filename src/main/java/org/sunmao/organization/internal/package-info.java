@NullMarked
package org.sunmao.organization.internal;

import org.jspecify.annotations.NullMarked;
