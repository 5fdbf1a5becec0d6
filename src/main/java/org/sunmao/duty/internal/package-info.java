@NullMarked
package org.sunmao.duty.internal;

import org.jspecify.annotations.NullMarked;
