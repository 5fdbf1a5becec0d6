@NullMarked
package org.sunmao.audit.internal;

import org.jspecify.annotations.NullMarked;
